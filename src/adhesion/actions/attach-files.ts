import { fileTypeFromBuffer } from 'file-type'
import type { Payload } from 'payload'
import { issueAt, invalidInput } from '../../input/issue.ts'
import type { Issue } from '../../lib/errors.ts'
import { sha256 } from '../../lib/hash.ts'
import { isPdf, pdfIn } from '../../lib/pdf.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { keepAttachment, withStored, type Stored } from '../../record/attachments.ts'

/** What is accepted, by the type found in the content, with the extension it is stored under. */
export const ACCEPTED = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const

type AcceptedType = keyof typeof ACCEPTED

/** Files that one answer may bring. */
export const MOST_FILES = 5

/** Bytes of the largest file: `LIMIT_UPLOAD_MB` megabytes of 1,000,000 bytes. */
export const largestFile = (payload: Pick<Payload, 'config'>): number => settingsOf(payload).LIMIT_UPLOAD_MB * 1_000_000

/** A file as it came: nothing about it is believed yet. */
export type Upload = { name: string; data: Buffer }

/** A file that may be kept. */
export type CheckedFile = { title: string; data: Buffer; mimeType: AcceptedType; sha256: string }

/**
 * Checks files before anything is written.
 * @throws DomainError 400 with every fault, `files.<index>` or `files`.
 */
export async function checkFiles(payload: Pick<Payload, 'config'>, uploads: readonly Upload[]): Promise<CheckedFile[]> {
  const { checked, issues } = await lookAtFiles(payload, uploads)
  if (issues.length > 0) throw invalidInput(issues)
  return checked
}

/** Looks at files, for whoever tells their faults with others: how many, how large, and of what type by their content. */
export async function lookAtFiles(
  payload: Pick<Payload, 'config'>,
  uploads: readonly Upload[],
): Promise<{ checked: CheckedFile[]; issues: Issue[] }> {
  const given = uploads.filter(({ name, data }) => name !== '' || data.length > 0)
  const issues: Issue[] = []
  const most = largestFile(payload)
  if (given.length > MOST_FILES) issues.push(issueAt('files', 'too-many-files', { most: MOST_FILES }))
  const checked: CheckedFile[] = []
  for (const [index, { name, data }] of given.slice(0, MOST_FILES).entries()) {
    const path = `files.${index}`
    const mimeType = data.length > 0 && data.length <= most ? await acceptedTypeOf(data) : null
    if (data.length === 0) issues.push(issueAt(path, 'empty-file'))
    else if (data.length > most) issues.push(issueAt(path, 'file-too-large', { most: most / 1_000_000 }))
    else if (mimeType === null) issues.push(issueAt(path, 'file-type'))
    else if (mimeType === 'application/pdf' && pdfIn(data) === null) issues.push(issueAt(path, 'file-damaged'))
    else checked.push({ title: cleanName(name), data, mimeType, sha256: sha256(data) })
  }
  return { checked, issues }
}

/** The type that the content shows, where it is one of those accepted: a photograph of a telephone is HEIC under its general brand too. */
async function acceptedTypeOf(data: Buffer): Promise<AcceptedType | null> {
  if (isPdf(data)) return 'application/pdf'
  const mime = (await fileTypeFromBuffer(data))?.mime ?? ''
  if (mime === 'image/heif' && isHeicByBrand(data)) return 'image/heic'
  return isAccepted(mime) ? mime : null
}

/** Whether the `ftyp` box names HEIC among the brands that its file suits (ISO/IEC 23008-12). */
function isHeicByBrand(data: Buffer): boolean {
  const brands = data.subarray(16, Math.min(data.readUInt32BE(0), data.length, 256)).toString('latin1')
  return (brands.match(/.{4}/gs) ?? []).some((brand) => brand === 'heic' || brand === 'heix')
}

const isAccepted = (mime: string): mime is AcceptedType => Object.hasOwn(ACCEPTED, mime)

/** The name as people read it: no folder, no control or direction mark, of a bearable length. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = base
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...visible].slice(0, 120).join('') || 'Sans nom'
}

type Place = { request?: string | null; source: 'applicant' | 'staff'; addedBy?: string | null }

/** Keeps the bytes of checked files before the unit of work in which {@link attachFiles} makes their rows. */
export const withFilesStored = <Result>(
  payload: Payload,
  files: readonly CheckedFile[],
  run: (files: (CheckedFile & Stored)[]) => Promise<Result>,
): Promise<Result> =>
  withStored(
    payload,
    files.map((file) => ({ ...file, extension: ACCEPTED[file.mimeType] })),
    run,
  )

/** Keeps checked files with a file, in its unit of work. Returns what the journal says of them. */
export async function attachFiles(
  { unit, adhesion }: { unit: UnitOfWork; adhesion: { id: string } },
  files: readonly (CheckedFile & Stored)[],
  { request = null, source, addedBy = null }: Place,
): Promise<{ id: string; title: string; sha256: string }[]> {
  const kept = []
  for (const file of files) {
    const { title, sha256: digest } = file
    kept.push({
      id: await keepAttachment(unit, { adhesion: adhesion.id, request, title, source, sha256: digest, addedBy }, file),
      title,
      sha256: digest,
    })
  }
  return kept
}
