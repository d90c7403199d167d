import type { Payload } from 'payload'
import { cleanName, largestFile, MOST_FILES, type Upload } from '../adhesion/actions/attach-files.ts'
import { fr } from '../content/typography.ts'
import type { Env } from '../env.ts'
import { DomainError, type Issue } from '../lib/errors.ts'
import type { Written } from './answer-body.ts'

/** Faults of files, each with the name of the file it is about: a chooser of several files shows no numbers. */
export function filesNamed(issues: readonly Issue[], files: readonly Upload[]): Issue[] {
  const given = files.filter(({ name, data }) => name !== '' || data.length > 0)
  return issues.map((issue) => {
    const [, index] = /^files\.(\d+)$/.exec(issue.path) ?? []
    const file = index === undefined ? undefined : given[Number(index)]
    return file
      ? {
          ...issue,
          messages: {
            fr: fr`« ${cleanName(file.name)} » : ` + issue.messages.fr,
            en: `"${cleanName(file.name)}": ${issue.messages.en}`,
          },
        }
      : issue
  })
}

/** Beside the files: the text, and what holds them together. */
const TEXT_BYTES = 1_000_000

/** The most bytes that a form of a text and files may have. */
export const bytesOfForm = (payload: Pick<Payload, 'config'>): number => MOST_FILES * largestFile(payload) + TEXT_BYTES

/** The files of a form. @throws DomainError 413 `too-large` where they were more than is taken */
export function takenFiles({ LIMIT_UPLOAD_MB }: Pick<Env, 'LIMIT_UPLOAD_MB'>, { files }: Written): Upload[] {
  if (files === null) throw tooMuch(LIMIT_UPLOAD_MB, MOST_FILES)
  return files
}

/** 413: all the files together are more than is taken. */
const tooMuch = (megabytes: number, count: number) => {
  const messages = {
    fr: fr`L’envoi est trop volumineux : joignez ${count} fichiers au plus, de ${megabytes} Mo chacun.`,
    en: `What you send is too large: attach at most ${count} files of ${megabytes} MB each.`,
  }
  return new DomainError('TooLarge', 'too-large', 413, messages, { at: 'files' })
}
