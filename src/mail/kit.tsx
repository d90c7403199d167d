import { Button } from '@react-email/button'
import { Column } from '@react-email/column'
import { Link } from '@react-email/link'
import { Row } from '@react-email/row'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { createContext, useContext, type ReactNode } from 'react'
import { COLOURS } from './theme.ts'

/** Whether an element is being written for the HTML part or for the plain-text part of a message. */
export const Medium = createContext<'html' | 'text'>('html')

const PARAGRAPH = { margin: '0 0 16px', fontSize: '17px', lineHeight: '27px' } as const

export function P({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  if (useContext(Medium) === 'text') return <p>{children}</p>
  const style = quiet ? { ...PARAGRAPH, fontSize: '15px', lineHeight: '23px', color: COLOURS.quiet } : PARAGRAPH
  return (
    <Text className={quiet ? 'quiet' : undefined} style={style}>
      {children}
    </Text>
  )
}

/** The one thing to do, as a button, with its address in full for those whose client blocks or disguises links. */
export function Action({ label, href }: { label: string; href: string }) {
  if (useContext(Medium) === 'text') {
    return (
      <p>
        {label}&nbsp;:
        <br />
        {href}
      </p>
    )
  }
  return (
    <Section style={{ margin: '28px 0 24px' }}>
      <Button className="button" href={href} style={BUTTON}>
        {label}
      </Button>
      <Text
        className="quiet"
        style={{ margin: '12px 0 0', fontSize: '15px', lineHeight: '22px', color: COLOURS.quiet }}
      >
        Ou copiez cette adresse dans votre navigateur&nbsp;:
        <br />
        <Link
          className="link"
          href={href}
          style={{
            color: COLOURS.accent,
            textDecoration: 'underline',
            wordBreak: 'break-all',
            overflowWrap: 'anywhere',
          }}
        >
          {href}
        </Link>
      </Text>
    </Section>
  )
}

const BUTTON = {
  backgroundColor: COLOURS.accent,
  color: '#ffffff',
  borderRadius: '2px',
  fontSize: '17px',
  fontWeight: 700,
  padding: '14px 22px',
} as const

/** Facts as name and value; a fact without value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== '')
  if (useContext(Medium) === 'text') {
    return (
      <p>
        {known.map(([name, value], index) => (
          <span key={name}>
            {index > 0 && <br />}
            {name}&nbsp;: {value}
          </span>
        ))}
      </p>
    )
  }
  return (
    <Section className="line" style={{ margin: '8px 0 24px', borderBottom: `1px solid ${COLOURS.line}` }}>
      {known.map(([name, value]) => (
        <Text
          key={name}
          className="line"
          style={{
            margin: 0,
            padding: '9px 0',
            borderTop: `1px solid ${COLOURS.line}`,
            fontSize: '17px',
            lineHeight: '25px',
          }}
        >
          <span className="quiet" style={{ color: COLOURS.quiet, fontSize: '15px' }}>
            {name}
          </span>
          <br />
          {value}
        </Text>
      ))}
    </Section>
  )
}

export function Steps({ steps }: { steps: readonly ReactNode[] }) {
  const text = useContext(Medium) === 'text'
  return (
    <ol style={text ? undefined : { margin: '0 0 16px', padding: '0 0 0 24px', fontSize: '17px', lineHeight: '27px' }}>
      {steps.map((step, index) => (
        <li key={index} style={text ? undefined : { marginBottom: '6px' }}>
          {step}
        </li>
      ))}
    </ol>
  )
}

/** Says where quoted words begin and end in plain text, without touching their lines. */
const RULE = '———'

/** A block of somebody's words exactly as written: every paragraph, line break and space is kept. */
export function Quote({ text }: { text: string }) {
  const words = text.replace(/\r\n?/g, '\n').trim()
  if (useContext(Medium) === 'text') return <pre>{`${RULE}\n${words}\n${RULE}`}</pre>
  return (
    <Row style={{ margin: '4px 0 24px' }}>
      <Column style={{ borderLeft: `3px solid ${COLOURS.ochre}`, padding: '2px 0 2px 16px' }}>
        {words.split(/\n{2,}/).map((paragraph, index, all) => (
          <Text
            key={index}
            style={{ ...PARAGRAPH, margin: index === all.length - 1 ? 0 : PARAGRAPH.margin, whiteSpace: 'pre-wrap' }}
          >
            {paragraph.split('\n').map((line, at) => (
              <span key={at}>
                {at > 0 && <br />}
                {line}
              </span>
            ))}
          </Text>
        ))}
      </Column>
    </Row>
  )
}

/** A hash or another text that is compared character by character. */
export function Exact({ children }: { children: string }) {
  if (useContext(Medium) === 'text') return <>{children}</>
  return (
    <span
      style={{
        fontFamily: 'Consolas, Menlo, monospace',
        fontSize: '15px',
        overflowWrap: 'anywhere',
        wordBreak: 'break-all',
      }}
    >
      {children}
    </span>
  )
}
