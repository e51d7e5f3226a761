import { describe, expect, it } from 'vitest'
import { checkScriptUrl } from '../../../src/app/script-url.ts'

const BASE = 'https://reader.example/x/y/'
const OURS = [
  './assets/search-worker-Bx1_2.js',
  'https://reader.example/x/y/service-worker.js',
  './src/workers/search-worker.ts?worker_file&type=module',
]
const OTHERS = [
  'https://evil.example/assets/search-worker.js',
  '//evil.example/sw.js',
  'data:text/javascript,search-worker.js',
  'blob:https://reader.example/search-worker.js',
  'javascript:alert(1)//worker.js',
  '/service-worker.js',
  'https://reader.example/x/other/assets/search-worker.js',
  './assets/../../z/service-worker.js',
  './assets/index-abc.js',
  './corpus/manifest.json',
]

describe('the script addresses', () => {
  it.each(OURS)('%s is ours', (url) => expect(checkScriptUrl(url, BASE)).toBe(new URL(url, BASE).href))
  it.each(OTHERS)('%s is refused', (url) => expect(() => checkScriptUrl(url, BASE)).toThrow(TypeError))
})
