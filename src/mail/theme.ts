/** The identity's colours; text on paper and on accent is at least 7:1. */
export const COLOURS = {
  ink: '#14302f',
  quiet: '#3c5351',
  paper: '#fbf9f4',
  accent: '#0b5d5a',
  ochre: '#c98a2b',
  line: '#d8d3c6',
} as const

/** The font families of e-mails. None is loaded from afar: readers who have the first see it, the others a plain sans-serif. */
export const FONT = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible','Segoe UI',Helvetica,Arial,sans-serif"

/** For the clients that follow the reader's dark mode by style sheet; the others keep the light one or invert it. */
export const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: #10211f !important; }
  .ink, .ink p, .ink li, .ink h1, .ink td { color: #f3efe4 !important; }
  .quiet, .ink .quiet { color: #c3cfcc !important; }
  .line { border-color: #37514e !important; }
  .link { color: #8fd6cf !important; }
  .button { background-color: #8fd6cf !important; color: #0b1f1d !important; }
}`
