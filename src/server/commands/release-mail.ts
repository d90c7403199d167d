import { releaseMail } from '../../safekeeping/held.ts'
import { withPayload } from '../command.ts'

/** Lets e-mails leave again from a database that was restored; what was owed when the copy was made leaves with the next start. */
process.exitCode = await withPayload(
  () => null,
  async (payload) => {
    console.log(
      (await releaseMail(payload))
        ? 'E-mails leave again with the next start.'
        : 'No e-mail was held back: this database was not restored, or was released already.',
    )
  },
)
