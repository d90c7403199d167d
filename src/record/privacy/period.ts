/**
 * A number of months as people say it, in years where it is whole years: « 5 ans », « 3 mois », "1 year".
 *
 * @param lang the language of the words
 * @param months a whole number of months
 */
export const period = (lang: 'fr' | 'en', months: number): string => {
  const [count, unit] = months % 12 === 0 ? ([months / 12, 'year'] as const) : ([months, 'month'] as const)
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
