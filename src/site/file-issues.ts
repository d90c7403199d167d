import { cleanName, type Upload } from '../adhesion/actions/attach-files.ts'
import { fr } from '../content/typography.ts'
import { DomainError, type Issue } from '../lib/errors.ts'

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

/** 413: all the files together are more than is taken. */
export const tooMuch = (megabytes: number, count: number) => {
  const messages = {
    fr: fr`L’envoi est trop volumineux : joignez ${count} fichiers au plus, de ${megabytes} Mo chacun.`,
    en: `What you send is too large: attach at most ${count} files of ${megabytes} MB each.`,
  }
  return new DomainError('TooLarge', 'too-large', 413, messages, { at: 'files' })
}
