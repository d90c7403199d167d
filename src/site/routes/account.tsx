import type { Router } from 'express'
import { proveEmail, viewOfProof } from '../../accounts/email-proof.ts'
import { isDomainError } from '../../lib/errors.ts'
import { clientOf } from '../client.ts'
import { exactRouter } from '../exact-router.ts'
import { sendPage, type Site } from '../site.ts'
import { AddressPage, AddressProvedPage, DeadAddressPage } from '../views/account/address-page.tsx'

const PATTERN = '/compte/adresse/:token'
const SIGN_IN = '/admin'

/** The routes by which the new address of a staff account proves itself. Opening the page does nothing; sending its form does. */
export function accountRoutes({ payload, chromes }: Site): Router {
  const router = exactRouter()

  router.get(PATTERN, async (req, res) => {
    const { token } = req.params
    const view = await viewOfProof(payload, token)
    const chrome = await chromes.bare()
    if (view)
      sendPage(
        res,
        200,
        <AddressPage chrome={chrome} {...view} form={{ action: `/compte/adresse/${encodeURIComponent(token)}` }} />,
      )
    else sendPage(res, 410, <DeadAddressPage chrome={chrome} />)
  })

  router.post(PATTERN, async (req, res) => {
    const chrome = await chromes.bare()
    try {
      const { ip, userAgent } = clientOf(req)
      await proveEmail(payload, { token: req.params.token, ip, userAgent })
      sendPage(res, 200, <AddressProvedPage chrome={chrome} signInHref={SIGN_IN} />)
    } catch (error) {
      if (!isDomainError(error) || error.status >= 500) throw error
      sendPage(res, error.status, <DeadAddressPage chrome={chrome} why={error.messages.fr} />)
    }
  })
  return router
}
