/** Every class of faults, in the order of the table; the last one is about all before it. */
import { delivery } from './delivery.ts'
import { disk } from './disk.ts'
import type { FaultClass } from './fault-class.ts'
import { fullDisk } from './full-disk.ts'
import { hostileText } from './hostile-text.ts'
import { install } from './install.ts'
import { killSaving } from './kill-saving.ts'
import { killUpdate } from './kill-update.ts'
import { parse } from './parse.ts'
import { parts } from './parts.ts'
import { powerCut } from './power-cut.ts'
import { refusal } from './refusal.ts'
import { releases } from './releases.ts'
import { requests } from './requests.ts'
import { soak } from './soak.ts'
import { switchedOff } from './switched-off.ts'
import { tabs } from './tabs.ts'
import { update } from './update.ts'
import { worker } from './worker.ts'

export const CLASSES: readonly FaultClass[] = [
  install,
  update,
  killUpdate,
  releases,
  switchedOff,
  delivery,
  killSaving,
  powerCut,
  disk,
  fullDisk,
  refusal,
  parts,
  tabs,
  worker,
  soak,
  parse,
  hostileText,
  requests,
]
