import { ACTOR_LABELS } from './actors.ts'
import { STATES, STATE_LABELS, type State } from './states.ts'
import { mayLead, type Transition } from './transition.ts'
import { TRANSITIONS } from './transitions.ts'

interface Box {
  id: string
  label: string
  states: readonly State[]
}

/** States that most rows treat alike: an arrow from or to all of them is drawn once, at their box. */
const BOXES: readonly Box[] = [
  { id: 'etude', label: 'Au secrétariat', states: ['submitted', 'under-review', 'needs-information'] },
  { id: 'bureau', label: 'Au Bureau', states: ['before-bureau', 'referred'] },
  { id: 'sans_suite', label: 'Sans adhésion', states: ['rejected', 'closed', 'withdrawn', 'expired'] },
]

const node = (state: State | 'none'): string => (state === 'none' ? '[*]' : state.replaceAll('-', '_'))

function boxed(states: readonly State[]): string[] {
  const whole = BOXES.filter((box) => box.states.every((state) => states.includes(state)))
  const single = states.filter((state) => !whole.some((box) => box.states.includes(state)))
  return [...single.map(node), ...whole.map((box) => box.id)]
}

const destinations = (row: Transition, from: State | 'none'): State[] =>
  STATES.filter((to) => to !== from && mayLead(row, from, to))

/** The arrows of one row: sources that lead to the same places are taken together. */
function arrows(row: Transition): { from: string; to: string }[] {
  if (row.from === 'none') return boxed(destinations(row, 'none')).map((to) => ({ from: node('none'), to }))
  const alike = new Map<string, { sources: State[]; targets: string[] }>()
  for (const source of row.from) {
    const targets = boxed(destinations(row, source))
    const group = alike.get(targets.join()) ?? { sources: [], targets }
    group.sources.push(source)
    alike.set(targets.join(), group)
  }
  return [...alike.values()].flatMap(({ sources, targets }) =>
    boxed(sources).flatMap((from) => targets.map((to) => ({ from, to }))),
  )
}

const declared = (state: State): string => `state "${STATE_LABELS[state]}" as ${node(state)}`

/**
 * The life of a file as a Mermaid state diagram, made from the table. What leaves a file in its
 * state (notes, votes that decide nothing …) is left out; {@link markdownTable} has it.
 */
export function mermaidDiagram(): string {
  const labels = new Map<string, string[]>()
  for (const row of TRANSITIONS) {
    for (const { from, to } of arrows(row)) {
      const arrow = `${from} --> ${to}`
      labels.set(arrow, [...(labels.get(arrow) ?? []), row.label])
    }
  }
  const alone = STATES.filter((state) => !BOXES.some((box) => box.states.includes(state)))
  return [
    'stateDiagram-v2',
    ...alone.map((state) => `  ${declared(state)}`),
    ...BOXES.flatMap((box) => [
      `  state "${box.label}" as ${box.id} {`,
      ...box.states.map((state) => `    ${declared(state)}`),
      '  }',
    ]),
    ...[...labels].map(([arrow, texts]) => `  ${arrow} : ${texts.join('<br/>')}`),
    '',
  ].join('\n')
}

const listed = (states: readonly State[]): string =>
  states.length === STATES.length ? 'tout état' : states.map((state) => STATE_LABELS[state]).join(', ')

function destination(row: Transition): string {
  const moves = listed(row.to)
  if (!row.stays) return moves
  return moves === '' ? 'même état' : `même état, ou ${moves}`
}

/** The whole table in Markdown, in French, a row a transition. */
export function markdownTable(): string {
  const rows = TRANSITIONS.map((row) => [
    `\`${row.name}\``,
    row.label,
    row.from === 'none' ? '–' : listed(row.from),
    destination(row),
    row.by.map((role) => ACTOR_LABELS[role]).join(', '),
    row.needs,
  ])
  const head = ['Transition', 'Action', 'Depuis', 'Vers', 'Qui', 'Il faut']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
