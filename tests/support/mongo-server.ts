import { rm } from 'node:fs/promises'
import { MongoMemoryReplSet } from 'mongodb-memory-server'
import type { TestProject } from 'vitest/node'

import { memoryServerSettings, provideMongod } from '../../scripts/lib/mongod.mjs'
import { quickFolder } from './quick-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's replica set, without a database name. */
    mongoUrl: string
  }
}

/** One replica set of one node for the whole run; each test file names a database of its own (`./mongo.ts`). */
export default async function setup(project: TestProject) {
  const program = await provideMongod()
  if (!program) throw new Error('No MongoDB server is to be had on this machine.')
  Object.assign(process.env, memoryServerSettings(program))
  const parameters = [
    // Transactions wait 5 ms for a lock by default; a build machine that is busy needs more.
    'maxTransactionLockRequestTimeoutMillis=3000',
    // Those of a client that was killed stay open for a minute by default, and what they wrote to stays locked.
    ...(project.name === 'kill-mongo' ? ['transactionLifetimeLimitSeconds=5'] : []),
  ]
  // Every test file leaves a database of some 330 files, which WiredTiger would hold open until the process may open no more and ends.
  const idle = 'file_manager=(close_idle_time=5,close_scan_interval=1,close_handle_minimum=100)'
  const folder = project.name === 'mongo' || project.name === 'attack-mongo' ? quickFolder('cpof-mongo-') : undefined
  const replicaSet = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [
      {
        ...(folder && { dbPath: folder }),
        args: [
          ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
          '--wiredTigerEngineConfigString',
          idle,
        ],
      },
    ],
  })
  project.provide('mongoUrl', replicaSet.getUri())
  return async () => {
    await replicaSet.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}
