/** Every class of faults, in the order of the table. */
import type { FaultClass } from './fault-class.ts'
import { install } from './install.ts'
import { disk } from './disk.ts'
import { killSaving } from './kill-saving.ts'
import { powerCut } from './power-cut.ts'
import { refusal } from './refusal.ts'
import { tabs } from './tabs.ts'
import { worker } from './worker.ts'

export const CLASSES: readonly FaultClass[] = [install, disk, killSaving, powerCut, refusal, tabs, worker]
