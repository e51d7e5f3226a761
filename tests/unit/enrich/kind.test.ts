import { describe, expect, it } from 'vitest'
import { findKind } from '../../../src/enrich/kind.ts'
import { findSystem } from '../../../src/enrich/system-name.ts'
import kinds from '../../golden/kinds.json' with { type: 'json' }
import systems from '../../golden/systems.json' with { type: 'json' }
import { seedPapers } from '../../support/seed.ts'

const KINDS: Readonly<Record<string, readonly number[]>> = kinds.kinds

describe('kind', () => {
  it('is what was read through, for each of the 198', () => {
    const expected = Array.from({ length: 198 }, (_, rank) => {
      return Object.keys(KINDS).find((kind) => KINDS[kind]?.includes(rank)) ?? 'method'
    })
    expect(seedPapers().map(({ kind }) => kind)).toEqual(expected)
  })

  it.each([
    ['A Survey of Sparse Attention', 'We look at many.', 'survey'],
    ['Modular Learning', 'We offer a survey of modular architectures.', 'survey'],
    ['XBench: A Benchmark for Agents', 'We introduce it.', 'benchmark'],
    ['X: Open Pretraining Dataset With Reasoning', 'We present X.', 'dataset'],
    ['A Pipeline for Generating Instruction Dataset via RAG', 'This research proposes a pipeline.', 'method'],
    ['X: Fast', 'We present X, a new high-throughput inference system optimized for one GPU.', 'system'],
    ['X: Fast', 'We present X, a framework that leverages a large language model to draw.', 'method'],
    ['X: Fast', 'We introduce X, a new family of open-source multimodal models that sees.', 'model'],
    ['Bringing Order to Industrial Ranking System', 'We propose X.', 'method'],
  ])('of %j, %j', (title, does, kind) => {
    expect(findKind({ title, abstract: does, does, system: null }).kind).toBe(kind)
  })
})

describe('the name of a system', () => {
  it('is what was read through, for each of the 198', () => {
    expect(seedPapers().map(({ system }) => system)).toEqual(systems)
  })

  it.each([
    ['DSPy: Compiling Calls', '', 'DSPy'],
    ['Less is More: Task-aware Distillation', 'We propose a novel Task-aware layEr-wise Distillation (TED).', 'TED'],
    ['Fast Training', 'We propose a method called StreamBP, which is fast.', 'StreamBP'],
    ['Fast Training', 'This paper presents Hermes, a framework.', 'Hermes'],
    ['Connecting the Dots: Floorplans', 'We develop a novel Transformer.', null],
    ['Speech Models', 'We propose a new Automatic Speech Recognition (ASR) model.', null],
  ])('in %j, %j is %j', (title, abstract, system) => {
    expect(findSystem(title, abstract)).toBe(system)
  })
})
