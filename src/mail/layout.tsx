import { Body } from '@react-email/body'
import { Column } from '@react-email/column'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Img } from '@react-email/img'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Row } from '@react-email/row'
import { Text } from '@react-email/text'
import { Fragment, useContext, type ReactNode } from 'react'
import type { Audience } from './definition.ts'
import { Medium, P } from './kit.tsx'
import { MARK_CID } from './mark.ts'
import { COLOURS, DARK_STYLES, FONT } from './theme.ts'

const NAME = 'Conférence Permanente des Organismes de Formation'

const WHY: Record<Audience, string> = {
  applicant:
    'Vous recevez ce message parce que votre adresse figure dans une demande d’adhésion à la CPOF. ' +
    'Si vous n’y êtes pour rien, ignorez-le\u00a0: rien ne se signe sans que vous le fassiez vous-même.',
  member: 'Vous recevez ce message parce que votre adresse figure sur la fiche d’un membre de la CPOF.',
  office:
    'Vous recevez ce message au titre de vos fonctions à la CPOF. Il contient des informations qui ne sont pas publiques.',
  account: 'Vous recevez ce message parce que votre adresse est celle d’un compte de l’équipe de la CPOF.',
}

/** Where the secretariat is reached, as the association's identity says it. */
export type Secretariat = { email: string; phone: string | null }

type LayoutProps = {
  heading: string
  summary: string
  audience: Audience
  publicUrl: string
  secretariat: Secretariat | null
  children: ReactNode
}

/** A signature line by line: who, and how they are reached. */
const signedBy = ({ email, phone }: Secretariat): string[] => [
  'Le secrétariat de la CPOF',
  ...(phone === null ? [email] : [email, phone]),
]

/** The frame of every e-mail of the CPOF: mark and name above, the reason why it was sent below. */
export function Layout(props: LayoutProps) {
  return useContext(Medium) === 'text' ? <TextLayout {...props} /> : <HtmlLayout {...props} />
}

function TextLayout({ heading, audience, publicUrl, secretariat, children }: LayoutProps) {
  return (
    <div>
      <p>CPOF – {NAME}</p>
      <h1>{heading}</h1>
      {children}
      {secretariat && <Signature secretariat={secretariat} />}
      <p>
        ----------
        <br />
        {WHY[audience]}
        <br />
        {NAME}
        <br />
        {publicUrl}
      </p>
    </div>
  )
}

function Signature({ secretariat }: { secretariat: Secretariat }) {
  return (
    <P>
      {signedBy(secretariat).map((each, index) => (
        <Fragment key={each}>
          {index > 0 && <br />}
          {each}
        </Fragment>
      ))}
    </P>
  )
}

function HtmlLayout({ heading, summary, audience, publicUrl, secretariat, children }: LayoutProps) {
  const small = { margin: '0 0 8px', fontSize: '15px', lineHeight: '22px', color: COLOURS.quiet }
  return (
    <Html lang="fr" dir="ltr">
      <Head>
        <title>{heading}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <style>{DARK_STYLES}</style>
      </Head>
      <Body
        className="paper ink"
        style={{
          backgroundColor: COLOURS.paper,
          color: COLOURS.ink,
          fontFamily: FONT,
          margin: 0,
          padding: '28px 20px',
        }}
      >
        <Preview>{summary}</Preview>
        <Container style={{ maxWidth: '560px', textAlign: 'left' }}>
          <Row style={{ borderBottom: `2px solid ${COLOURS.ochre}` }}>
            <Column width="48" style={{ width: '48px', padding: '0 14px 16px 0', verticalAlign: 'middle' }}>
              <Img src={`cid:${MARK_CID}`} alt="" width="48" height="48" style={{ borderRadius: '2px' }} />
            </Column>
            <Column
              style={{
                padding: '0 0 16px',
                verticalAlign: 'middle',
                fontSize: '17px',
                lineHeight: '22px',
                fontWeight: 700,
              }}
            >
              {NAME}
            </Column>
          </Row>
          <Heading
            as="h1"
            style={{ margin: '32px 0 20px', fontSize: '27px', lineHeight: '33px', letterSpacing: '-0.3px' }}
          >
            {heading}
          </Heading>
          {children}
          {secretariat && <Signature secretariat={secretariat} />}
          <Hr className="line" style={{ border: 0, borderTop: `1px solid ${COLOURS.line}`, margin: '36px 0 16px' }} />
          <Text className="quiet" style={small}>
            {WHY[audience]}
          </Text>
          <Text className="quiet" style={{ ...small, margin: 0 }}>
            <Link className="link" href={publicUrl} style={{ color: COLOURS.accent, textDecoration: 'underline' }}>
              {NAME}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  )
}
