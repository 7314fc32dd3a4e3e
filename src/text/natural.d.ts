declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(token: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(terms: string[]): void
    /** Most telling first. */
    listTerms(document: number): { term: string; tf: number; idf: number; tfidf: number }[]
  }
}
declare module 'natural/lib/natural/util/stopwords.js' {
  const stopwords: { words: string[] }
  export default stopwords
}
declare module 'natural/lib/natural/util/stopwords_zh.js' {
  const stopwords: { words: string[] }
  export default stopwords
}
