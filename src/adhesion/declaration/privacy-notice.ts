/** Names the text of the privacy notice that applicants confirm to have read; raised whenever that text changes. */
export const PRIVACY_NOTICE_VERSION = '2026-11'
