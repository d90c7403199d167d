import type { Mail } from './definition.ts'
import { accountChanged, type AccountChangedData } from './templates/account-changed.tsx'
import { accountLinked, type AccountLinkedData } from './templates/account-linked.tsx'
import { apiKeyChanged, type ApiKeyChangedData } from './templates/api-key-changed.tsx'
import { webhookDisabled, type WebhookDisabledData } from './templates/webhook-disabled.tsx'
import { ballotHalfTime, type BallotReminderData } from './templates/ballot-half-time.tsx'
import { ballotLastDay } from './templates/ballot-last-day.tsx'
import { ballotOpened, type BallotOpenedData } from './templates/ballot-opened.tsx'
import { ballotReferred, type BallotReferredData } from './templates/ballot-referred.tsx'
import { bodyRuleChanged, type BodyRuleChangedData } from './templates/body-rule-changed.tsx'
import { closed, type ClosedData } from './templates/closed.tsx'
import { correctedOnBehalf, type CorrectedOnBehalfData } from './templates/corrected-on-behalf.tsx'
import { emailProof, type EmailProofData } from './templates/email-proof.tsx'
import { erasureAsked, type ErasureAskedData } from './templates/erasure-asked.tsx'
import { erasuresAnnounced, type ErasuresAnnouncedData } from './templates/erasures-announced.tsx'
import { expiryNoticeContact } from './templates/expiry-notice-contact.tsx'
import { expiryNotice, type ExpiryNoticeData } from './templates/expiry-notice.tsx'
import { fileToInstruct, type FileToInstructData } from './templates/file-to-instruct.tsx'
import { followUpLink, type FollowUpLinkData } from './templates/follow-up-link.tsx'
import { informationAnswered, type InformationAnsweredData } from './templates/information-answered.tsx'
import { informationReminder } from './templates/information-reminder.tsx'
import { informationRequest, type InformationRequestData } from './templates/information-request.tsx'
import { mandateChanged, type MandateChangedData } from './templates/mandate-changed.tsx'
import { messageFromApplicant, type MessageFromApplicantData } from './templates/message-from-applicant.tsx'
import { messageFromSecretariat, type MessageFromSecretariatData } from './templates/message-from-secretariat.tsx'
import { newDevice, type NewDeviceData } from './templates/new-device.tsx'
import { newSignature, type NewSignatureData } from './templates/new-signature.tsx'
import { outcomeRecorded, type OutcomeRecordedData } from './templates/outcome-recorded.tsx'
import { passwordChanged, type PasswordChangedData } from './templates/password-changed.tsx'
import { passwordReset, type PasswordResetData } from './templates/password-reset.tsx'
import { publicationWaits, type PublicationWaitsData } from './templates/publication-waits.tsx'
import { receipt, type ReceiptData } from './templates/receipt.tsx'
import { refusalOverdue, type RefusalOverdueData } from './templates/refusal-overdue.tsx'
import { refusal, type RefusalData } from './templates/refusal.tsx'
import { reopened, type ReopenedData } from './templates/reopened.tsx'
import { representativeChanged, type RepresentativeChangedData } from './templates/representative-changed.tsx'
import { requestCancelled, type RequestCancelledData } from './templates/request-cancelled.tsx'
import { seatMoved, type SeatMovedData } from './templates/seat-moved.tsx'
import { sessionRecordCancelled, type SessionRecordCancelledData } from './templates/session-record-cancelled.tsx'
import { sessionRecordDisputed, type SessionRecordDisputedData } from './templates/session-record-disputed.tsx'
import { sessionToConfirm, type SessionToConfirmData } from './templates/session-to-confirm.tsx'
import { signInCode, type SignInCodeData } from './templates/sign-in-code.tsx'
import { signInFailures, type SignInFailuresData } from './templates/sign-in-failures.tsx'
import { signatureDeclined, type SignatureDeclinedData } from './templates/signature-declined.tsx'
import { signatureLink, type SignatureLinkData } from './templates/signature-link.tsx'
import { signedCopy, type SignedCopyData } from './templates/signed-copy.tsx'
import { staffInvitation, type StaffInvitationData } from './templates/staff-invitation.tsx'
import { validation, type ValidationData } from './templates/validation.tsx'
import { visitorMessage, type VisitorMessageData } from './templates/visitor-message.tsx'
import { withdrawn, type WithdrawnData } from './templates/withdrawn.tsx'

/**
 * The data that an outbox row stores for each template. The ids are kept in the database: they never change.
 * Rooms of the domain take this as a type alone (`import type`), which loads no template.
 */
export type MailData = {
  receipt: ReceiptData
  'signature-link': SignatureLinkData
  'follow-up-link': FollowUpLinkData
  'new-signature': NewSignatureData
  'corrected-on-behalf': CorrectedOnBehalfData
  'expiry-notice': ExpiryNoticeData
  'expiry-notice-contact': ExpiryNoticeData
  'signed-copy': SignedCopyData
  'file-to-instruct': FileToInstructData
  'information-request': InformationRequestData
  'information-reminder': InformationRequestData
  'information-answered': InformationAnsweredData
  'message-from-secretariat': MessageFromSecretariatData
  'message-from-applicant': MessageFromApplicantData
  'erasure-asked': ErasureAskedData
  'request-cancelled': RequestCancelledData
  'ballot-opened': BallotOpenedData
  'ballot-half-time': BallotReminderData
  'ballot-last-day': BallotReminderData
  'ballot-referred': BallotReferredData
  'outcome-recorded': OutcomeRecordedData
  'refusal-overdue': RefusalOverdueData
  refusal: RefusalData
  validation: ValidationData
  closed: ClosedData
  'signature-declined': SignatureDeclinedData
  withdrawn: WithdrawnData
  'representative-changed': RepresentativeChangedData
  reopened: ReopenedData
  'session-to-confirm': SessionToConfirmData
  'session-record-cancelled': SessionRecordCancelledData
  'session-record-disputed': SessionRecordDisputedData
  'mandate-changed': MandateChangedData
  'body-rule-changed': BodyRuleChangedData
  'account-linked': AccountLinkedData
  'account-changed': AccountChangedData
  'api-key-changed': ApiKeyChangedData
  'webhook-disabled': WebhookDisabledData
  'email-proof': EmailProofData
  'publication-waits': PublicationWaitsData
  'staff-invitation': StaffInvitationData
  'password-reset': PasswordResetData
  'password-changed': PasswordChangedData
  'new-device': NewDeviceData
  'sign-in-failures': SignInFailuresData
  'sign-in-code': SignInCodeData
  'seat-moved': SeatMovedData
  'erasures-announced': ErasuresAnnouncedData
  'visitor-message': VisitorMessageData
}

export type MailTemplate = keyof MailData

export const MAILS: { readonly [Template in MailTemplate]: Mail<MailData[Template]> } = {
  receipt,
  'signature-link': signatureLink,
  'follow-up-link': followUpLink,
  'new-signature': newSignature,
  'corrected-on-behalf': correctedOnBehalf,
  'expiry-notice': expiryNotice,
  'expiry-notice-contact': expiryNoticeContact,
  'signed-copy': signedCopy,
  'file-to-instruct': fileToInstruct,
  'information-request': informationRequest,
  'information-reminder': informationReminder,
  'information-answered': informationAnswered,
  'message-from-secretariat': messageFromSecretariat,
  'message-from-applicant': messageFromApplicant,
  'erasure-asked': erasureAsked,
  'request-cancelled': requestCancelled,
  'ballot-opened': ballotOpened,
  'ballot-half-time': ballotHalfTime,
  'ballot-last-day': ballotLastDay,
  'ballot-referred': ballotReferred,
  'outcome-recorded': outcomeRecorded,
  'refusal-overdue': refusalOverdue,
  refusal,
  validation,
  closed,
  'signature-declined': signatureDeclined,
  withdrawn,
  'representative-changed': representativeChanged,
  reopened,
  'session-to-confirm': sessionToConfirm,
  'session-record-cancelled': sessionRecordCancelled,
  'session-record-disputed': sessionRecordDisputed,
  'mandate-changed': mandateChanged,
  'body-rule-changed': bodyRuleChanged,
  'account-linked': accountLinked,
  'account-changed': accountChanged,
  'api-key-changed': apiKeyChanged,
  'webhook-disabled': webhookDisabled,
  'email-proof': emailProof,
  'publication-waits': publicationWaits,
  'staff-invitation': staffInvitation,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'new-device': newDevice,
  'sign-in-failures': signInFailures,
  'sign-in-code': signInCode,
  'seat-moved': seatMoved,
  'erasures-announced': erasuresAnnounced,
  'visitor-message': visitorMessage,
}

/** Whether a text names a template of the catalogue. */
export function isMailTemplate(value: unknown): value is MailTemplate {
  return typeof value === 'string' && Object.hasOwn(MAILS, value)
}

/** The templates in the catalogue's order. */
export const MAIL_TEMPLATES: readonly MailTemplate[] = Object.keys(MAILS).filter(isMailTemplate)
