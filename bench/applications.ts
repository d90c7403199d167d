/** The digit that makes a number pass Luhn's check. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Complete applications, each of another organisation: `start` keeps two series of one run apart. */
export function applications(start: number): () => string {
  let count = start
  return () => {
    count += 1
    const stem = `7${String(count).padStart(7, '0')}`
    const siren = stem + luhnDigit(stem)
    const establishment = `${siren}0001`
    return JSON.stringify({
      kind: 'member',
      organisation: {
        legalName: `Organisme ${count}`,
        legalForm: 'association',
        siret: establishment + luhnDigit(establishment),
        address: { line1: '12 rue des Lilas', postalCode: '69003', city: 'Lyon' },
      },
      representative: {
        firstName: 'Jeanne',
        lastName: 'Martin',
        function: 'Présidente',
        capacity: 'legal-representative',
        email: `jeanne@organisme-${count}.example`,
      },
      motivation: 'Participer aux travaux.',
      privacyNoticeRead: true,
    })
  }
}
