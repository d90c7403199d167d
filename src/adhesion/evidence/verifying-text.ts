/** The program that verifies a bundle, with nothing but what Node brings. */
const PROGRAM = `const { createHash } = require('node:crypto')
const { existsSync, readdirSync, readFileSync } = require('node:fs')
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const canonical = (value) =>
  Array.isArray(value) ? '[' + value.map(canonical).join(',') + ']'
  : value !== null && typeof value === 'object'
    ? '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}'
  : JSON.stringify(value)
const fail = (reason) => { console.error(reason); process.exit(1) }
const rows = JSON.parse(readFileSync('journal.json', 'utf8'))
let previousHash = '0'.repeat(64)
rows.forEach((row, index) => {
  const { subject, rank, type, at, evidenceHash, hash } = row
  if (rank !== index + 1) fail('a row is missing before ' + rank)
  if (row.previousHash !== previousHash) fail('row ' + rank + ' does not follow the one before it')
  if (hash !== sha256(canonical({ subject, rank, type, at, previousHash, evidenceHash }))) fail('row ' + rank + ' was changed')
  if (row.salt && evidenceHash !== sha256(row.salt + canonical(row.evidence))) fail('the evidence of row ' + rank + ' was changed')
  previousHash = hash
})
const folders = existsSync('signatures') ? readdirSync('signatures') : []
for (const folder of folders.map((name) => 'signatures/' + name)) {
  const { evidenceHash } = JSON.parse(readFileSync(folder + '/signature.json', 'utf8'))
  if (!existsSync(folder + '/evidence.json')) continue
  const evidence = readFileSync(folder + '/evidence.json', 'utf8')
  if (evidenceHash !== sha256(readFileSync(folder + '/salt.txt', 'utf8') + evidence)) fail(folder + ': the evidence was changed')
  const { charter } = JSON.parse(evidence)
  if (charter && charter.sha256 !== sha256(readFileSync(folder + '/charter.md'))) fail(folder + ': the text is not the one that was signed')
  if (!rows.some((row) => row.withheld || row.salt === null || canonical(row.evidence).includes(evidenceHash))) fail(folder + ': no row of the journal names this signature')
}
console.log(rows.length + ' rows and ' + folders.length + ' signatures verified')`

/** What stands in a bundle of evidence for who opens it: what each file is, and commands that verify them without the platform. */
export const verifyingText = (reference: string): string => `# ${reference}: how to verify this evidence

- \`signatures/N/charter.md\`: the exact bytes of the charter that were shown and signed (UTF-8).
- \`signatures/N/evidence.json\`: what was kept of the signature, as canonical JSON (RFC 8785); \`salt.txt\` is hashed before it.
- \`signatures/N/signature.json\`: who signed for whom and when, and the hash of that evidence.
- \`journal.json\`: every fact of the file in its order; each row holds the hash of the one before it. A row marked
  \`withheld\` is one that whoever took this file may not read: its hashes are there, its content is not.
- Evidence whose retention has ended is erased; its hash stays, and a later row says so.

Run the commands in the folder of this file. The first compares every file with its hash:

\`\`\`sh
sha256sum -c SHA256SUMS
\`\`\`

This one compares a signed text with the hash in its evidence, if you have \`jq\`:

\`\`\`text
sha256sum signatures/1/charter.md; jq -r .charter.sha256 signatures/1/evidence.json
\`\`\`

The last verifies texts, evidence and the whole chain, with Node 18 or later:

\`\`\`sh
node - <<'END'
${PROGRAM}
END
\`\`\`
`
