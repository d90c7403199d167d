import { describe, expect, it } from 'vitest'
import { slots } from './slots.ts'

const here = new AbortController().signal

describe('places for what may run at once', () => {
  it('makes others wait, in their order, and lets the next in when one leaves', async () => {
    const take = slots({ most: 1, mostEach: 1, mostWaiting: 5, waitMs: 60_000 })
    const entered: string[] = []
    const leave = await take('a', here)
    const waiting = ['b', 'c'].map(async (caller) => {
      const leaveAgain = await take(caller, here)
      entered.push(caller)
      leaveAgain()
    })
    expect(entered).toEqual([])
    leave()
    leave()
    await Promise.all(waiting)
    expect(entered).toEqual(['b', 'c'])
  })

  it('lets nobody wait for a caller who has taken what one caller may', async () => {
    const take = slots({ most: 3, mostEach: 2, mostWaiting: 5, waitMs: 60_000 })
    const leaving = [await take('greedy', here), await take('greedy', here)]
    const third = take('greedy', here)
    ;(await take('honest', here))()
    for (const leave of leaving) leave()
    ;(await third)()
  })

  it('tells who comes when too many wait, who waited too long and who has gone that it is busy', async () => {
    const take = slots({ most: 1, mostEach: 1, mostWaiting: 1, waitMs: 1 })
    const leave = await take('a', here)
    const late = take('b', here)
    await expect(take('c', here)).rejects.toMatchObject({ code: 'busy', status: 503 })
    await expect(late).rejects.toMatchObject({ code: 'busy' })
    const gone = new AbortController()
    const left = take('d', gone.signal)
    gone.abort()
    await expect(left).rejects.toMatchObject({ code: 'busy' })
    leave()
    ;(await take('e', here))()
  })
})
