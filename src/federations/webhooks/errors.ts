import { DomainError } from '../../lib/errors.ts'

/** 404: a federation learns nothing of what is another's. */
export const unknownWebhook = () =>
  new DomainError('NotFound', 'unknown-webhook', 404, {
    fr: 'Cette notification automatique n’existe pas.',
    en: 'There is no such webhook.',
  })

/** 404: nothing of that id was owed. */
export const unknownDelivery = () =>
  new DomainError('NotFound', 'unknown-delivery', 404, {
    fr: 'Cet envoi n’existe pas.',
    en: 'There is no such delivery.',
  })

/** 409: an address is told everything once; who lost its secret makes another. */
export const webhookExists = (id: string) =>
  new DomainError(
    'Conflict',
    'webhook-exists',
    409,
    {
      fr: 'Cette adresse est déjà notifiée. Si son secret est perdu, remplacez-le.',
      en: 'This address is a webhook already. If its secret is lost, rotate it.',
    },
    { extra: { id } },
  )

/** 409: so many addresses are told already. */
export const tooManyWebhooks = (most: number) =>
  new DomainError('Conflict', 'too-many-webhooks', 409, {
    fr: `Un réseau a au plus ${most} notifications automatiques\u00a0: révoquez-en une d’abord.`,
    en: `A federation has ${most} webhooks at most: revoke one first.`,
  })

/** 409: what was revoked comes back under another registration alone. */
export const webhookRevoked = () =>
  new DomainError('Conflict', 'webhook-revoked', 409, {
    fr: 'Cette notification automatique est révoquée\u00a0: enregistrez à nouveau son adresse.',
    en: 'This webhook is revoked: register its address again.',
  })

/** 409: nothing leaves to where it failed for too long, until somebody says that it works again. */
export const webhookDisabled = () =>
  new DomainError('Conflict', 'webhook-disabled', 409, {
    fr: 'Cette notification automatique est désactivée\u00a0: réactivez-la d’abord.',
    en: 'This webhook is disabled: enable it first.',
  })

/** 409: it is on its way at this moment. */
export const deliveryUnderWay = () =>
  new DomainError('Conflict', 'delivery-under-way', 409, {
    fr: 'Cet envoi est en cours\u00a0: attendez son résultat.',
    en: 'This delivery is on its way: wait for what becomes of it.',
  })
