/** The kinds of files that may be attached, in words. */
export const FILE_KINDS = 'PDF, images, documents Word ou LibreOffice'

/** Endings beside the types, for browsers that know a file by its name alone. */
export const FILE_TYPES = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.heic', '.docx', '.odt']
