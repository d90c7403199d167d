type Node = { type: string; version: number; [key: string]: unknown }

const BOLD = 1

const words = (text: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})

/** Text of a paragraph; `**…**` marks what is strong, `[…](…)` leads to an address. */
function inline(text: string): Node[] {
  return text
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, label, url] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? []
      if (label && url)
        return {
          type: 'link',
          version: 3,
          children: [words(label)],
          direction: 'ltr',
          format: '',
          indent: 0,
          fields: { linkType: 'custom', newTab: false, url },
        }
      return part.startsWith('**') ? words(part.slice(2, -2), BOLD) : words(part)
    })
}

const block = (type: string, children: Node[], more: Record<string, unknown> = {}): Node => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
})

/** A heading of level 1 to 4. */
export const heading = (level: 1 | 2 | 3 | 4, text: string): Node =>
  block('heading', inline(text), { tag: `h${level}` })

/** A paragraph; `**…**` marks what is strong, `[…](…)` leads to an address. */
export const paragraph = (text: string): Node => block('paragraph', inline(text), { textFormat: 0, textStyle: '' })

/** A list without numbers. */
export const bullets = (items: readonly string[]): Node =>
  block(
    'list',
    items.map((item, index) => block('listitem', inline(item), { value: index + 1 })),
    { listType: 'bullet', start: 1, tag: 'ul' },
  )

/** A rich text as Payload's editor stores it. */
export const richText = (children: Node[]) => ({
  root: { type: 'root', version: 1, children, direction: 'ltr' as const, format: '' as const, indent: 0 },
})
