import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const common = (secure: boolean) => ({
  strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : (false as const),
  referrerPolicy: { policy: 'same-origin' as const },
})

/** Public and capability pages, and what belongs to no area: no script at all, nothing from elsewhere, in no frame. */
export const pageHeaders = (secure: boolean): RequestHandler =>
  helmet({
    ...common(secure),
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  })

/** Answers of the API and files: whatever they contain, nothing in them runs. */
export const apiHeaders = (secure: boolean): RequestHandler =>
  helmet({
    ...common(secure),
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
  })

const panelPolicy = (nonce: string, compiling: boolean): string =>
  [
    "default-src 'self'",
    // React's refresh evaluates; this is said while developing only.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${compiling ? " 'unsafe-eval'" : ''}`,
    // Payload's panel sets style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${compiling ? ' ws:' : ''}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')

/**
 * The panel: each request's own nonce for scripts. Next takes it from the policy on the *request*.
 * @param compiling whether the panel is compiled on the fly
 */
export function panelHeaders(secure: boolean, compiling: boolean): RequestHandler {
  const others = helmet({ ...common(secure), contentSecurityPolicy: false, xFrameOptions: { action: 'sameorigin' } })
  return (req, res, next) => {
    const policy = panelPolicy(randomBytes(16).toString('base64'), compiling)
    req.headers['content-security-policy'] = policy
    res.setHeader('Content-Security-Policy', policy)
    others(req, res, next)
  }
}

/** Pages opened by a link that is a secret: nobody keeps them, nobody is told their address, no engine lists them. */
export const secretPage: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Referrer-Policy', 'no-referrer')
  res.setHeader('X-Robots-Tag', 'noindex, nofollow')
  next()
}
