import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

export type WebhookDisabledData = {
  reason: 'failures' | 'gone'
  url: string
  federation: string
  /** In words. */
  since: string
}

const WHY: Readonly<Record<WebhookDisabledData['reason'], string>> = {
  failures:
    'Depuis une semaine, aucune des notifications envoyées à cette adresse n’a été reçue. Elle n’en reçoit plus aucune.',
  gone: 'Le serveur de cette adresse a répondu qu’elle n’existe plus (code 410). Elle ne reçoit plus aucune notification.',
}

/** Tells the federation's contact and the secretariat that an address is told nothing any more. */
export const webhookDisabled = defineMail<WebhookDisabledData>()({
  label: 'Notification automatique d’un réseau désactivée',
  audience: 'office',
  typed: [],
  links: [],
  subject: ({ federation }) => `Notifications automatiques désactivées\u00a0: ${federation}`,
  heading: () => 'Une adresse ne reçoit plus de notifications',
  summary: () => 'Ce qui arrive aux demandes reste gardé jusqu’à ce que l’adresse soit réactivée.',
  Body: ({ data }) => (
    <>
      <P>{WHY[data.reason]}</P>
      <Facts
        facts={[
          ['Réseau', <strong key="federation">{data.federation}</strong>],
          ['Adresse', data.url],
          ['En échec depuis le', data.since],
        ]}
      />
      <P>
        Les notifications qui n’ont pas été reçues sont gardées trois mois. Une fois l’adresse rétablie, le réseau la
        réactive par l’API (<em>enable</em>)&nbsp;: ce qui l’attendait lui est alors envoyé. D’ici là, il peut lire
        l’état de ses demandes par l’API.
      </P>
    </>
  ),
})
