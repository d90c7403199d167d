import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A passkey's device in software (WebAuthn, attestation `none`, ES256): one credential, its holder always verified unless said otherwise. */
export class Authenticator {
  readonly #id = randomBytes(32)
  readonly #privateKey: KeyObject
  readonly #cose: Buffer
  readonly #origin: string
  #count = 0

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#privateKey = privateKey
    // COSE: kty 2, alg -7, crv 1, x, y (RFC 9053, 7.1.1).
    this.#cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
  }

  /** What `navigator.credentials.create` would give. */
  create({ challenge, rp }: { challenge: string; rp: { id?: string } }) {
    const authData = Buffer.concat([
      this.#data(rp.id ?? '', 0x45),
      Buffer.alloc(16),
      Buffer.from([0, this.#id.length]),
      this.#id,
      this.#cose,
    ])
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      Buffer.from([0x58, authData.length]),
      authData,
    ])
    return this.#credential({
      clientDataJSON: this.#client('webauthn.create', challenge),
      attestationObject: attestationObject.toString('base64url'),
    })
  }

  /** What `navigator.credentials.get` would give. */
  get({ challenge, rpId = '' }: { challenge: string; rpId?: string }, { verified = true } = {}) {
    this.#count += 1
    const authenticatorData = this.#data(rpId, verified ? 0x05 : 0x01)
    const clientDataJSON = this.#client('webauthn.get', challenge)
    const signed = Buffer.concat([
      authenticatorData,
      createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest(),
    ])
    return this.#credential({
      clientDataJSON,
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    })
  }

  #credential(response: object) {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #client(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })).toString(
      'base64url',
    )
  }

  #data(rpId: string, flags: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.#count)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
  }
}

const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
