/** The one function used of Citation.js, which comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Reads any text of a loaded plugin's type into CSL-JSON items. */
      readonly chain: (
        text: string,
        options: { readonly generateGraph: boolean; readonly forceType: string },
      ) => unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
