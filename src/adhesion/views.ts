export { viewOfFollowUp, type FollowUpView } from './view-of-follow-up.ts'
export { viewOfSigning, type SigningView } from './view-of-signing.ts'
