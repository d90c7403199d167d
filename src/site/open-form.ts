import { now } from '../lib/clock.ts'
import { settingsOf } from '../lib/settings.ts'
import { textIn, type Fields } from './fields.ts'
import { isFresh, OPENED_AT, openedAtField, type OpenForm } from './form-age.ts'
import type { Site } from './site.ts'
import { FORM_TEXTS } from './views/form/texts.ts'
import { TRAP } from './views/form/trap.tsx'

/** The hidden fields of a form that anybody may send, as it is shown now. */
export const stampOf = ({ payload }: Pick<Site, 'payload'>, form: OpenForm): Record<string, string> => ({
  [OPENED_AT]: openedAtField(settingsOf(payload).TOKEN_SECRET, form, now()),
})

/** Why a form that anybody may send is not taken whatever it says: a machine filled it in, or it is not of today. */
export function problemOf({ payload }: Pick<Site, 'payload'>, form: OpenForm, fields: Fields): string | null {
  if (textIn(fields, TRAP) !== '') return FORM_TEXTS.trapFilled
  return isFresh(settingsOf(payload).TOKEN_SECRET, form, textIn(fields, OPENED_AT), now()) ? null : FORM_TEXTS.tooOld
}
