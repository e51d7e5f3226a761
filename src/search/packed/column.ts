/** Numbers one after another in a typed array that grows: nothing for the collector to look through. */

type Numbers = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

export class Column<Kind extends Numbers> {
  readonly #make: new (length: number) => Kind
  #numbers: Kind
  #length = 0

  constructor(make: new (length: number) => Kind) {
    this.#make = make
    this.#numbers = new make(1_024)
  }

  get length(): number {
    return this.#length
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  set(place: number, number: number): void {
    this.#numbers[place] = number
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new this.#make(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length++] = number
  }

  append(numbers: ArrayLike<number>): void {
    const length = this.#length + numbers.length
    if (length > this.#numbers.length) {
      const larger = new this.#make(Math.max(length, this.#length * 2))
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers.set(numbers, this.#length)
    this.#length = length
  }

  /** Where a number stands. */
  placesOf(number: number): readonly number[] {
    const places: number[] = []
    for (let place = this.#numbers.indexOf(number); place !== -1 && place < this.#length;) {
      places.push(place)
      place = this.#numbers.indexOf(number, place + 1)
    }
    return places
  }

  /** All of them, in an array of just their length. */
  packed(): Kind {
    return this.#numbers.slice(0, this.#length) as Kind
  }
}
