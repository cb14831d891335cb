export default {
  // Commands and tables in blocks have no language: none is to be guessed.
  configureHljs: (hljs) => hljs.configure({ languages: [] }),
}
