import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/errors.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { unknownAccount } from '../../governance/account-errors.ts'
import { inviteAccount } from '../../governance/accounts.ts'
import { readRecord } from '../../record/second-person.ts'
import { wakeSender } from '../../record/wake.ts'
import { endpoint, respond, signInFirst } from '../respond.ts'
import type { OwnEndpoint } from './secretariat-endpoint.ts'

/** `POST /api/users/:id/invite`: sends the link again with which the holder chooses a password. */
export const userEndpoints: OwnEndpoint[] = [
  {
    path: '/:id/invite',
    method: 'post',
    handler: endpoint(async ({ req, param }) => {
      const user = staff(req)
      if (!user) throw signInFirst()
      if (!user.roles?.includes('admin')) throw wrongActor()
      const account = await readRecord(req.payload, 'users', param('id'))
      if (!account) throw unknownAccount()
      await unitOfWork(req.payload, (unit) => inviteAccount(unit, account, user.name))
      wakeSender(req.payload)
      return respond({ message: `Le lien part à ${account.email}.` })
    }),
  },
]
