import type { ReactElement } from 'react'
import { safeHref } from './href.ts'
import type { ImageWithTextBlock, LogosBlock } from './page-block.ts'
import { Picture } from './picture.tsx'
import { RichText, type ResolveLink } from './rich-text.tsx'

/** A picture and a text side by side where there is room, the picture first where there is none. */
export function ImageWithText({
  image,
  caption,
  side,
  title,
  content,
  resolveLink,
  named,
}: ImageWithTextBlock & { resolveLink: ResolveLink | undefined; named: Set<string> }): ReactElement {
  return (
    <section className={side === 'end' ? 'with-image at-end' : 'with-image'}>
      <Picture media={image} caption={caption ?? ''} />
      <div className="prose">
        {title && <h2>{title}</h2>}
        <RichText content={content} resolveLink={resolveLink} named={named} />
      </div>
    </section>
  )
}

/** Signs of organisations, each with its name for who does not see it, and a way to its site. */
export function Logos({ title, items }: LogosBlock): ReactElement {
  return (
    <section className="logos">
      {title && <h2>{title}</h2>}
      <ul role="list">
        {(items ?? []).map(({ image, name, href }, index) => {
          const address = safeHref(href)
          const logo = <Picture media={image} alt={name ?? ''} />
          return <li key={index}>{address === null ? logo : <a href={address}>{logo}</a>}</li>
        })}
      </ul>
    </section>
  )
}
