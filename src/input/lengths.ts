/** Lengths of texts that endpoints and the panel's forms ask for alike, in characters. */
export const LENGTHS = {
  /** The reference of the deliberation that a change rests on. */
  deliberation: 200,
  /** Where in the minutes of a session it stands. */
  minutesReference: 200,
  article: 120,
  /** Why a proposal is discarded. */
  reason: 2_000,
  /** Why somebody changes an account. */
  accountReason: 1_000,
  /** First and last name, each. */
  personName: 80,
  /** The name that an account shows. */
  name: 120,
  email: 254,
  /** A web address that programs are given. */
  url: 500,
  /** What a reviewer says of a publication. */
  comments: 5_000,
} as const
