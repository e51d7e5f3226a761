/* Before the first paint: the theme chosen in Settings. A file of its own, because inline scripts are refused. */
try {
  const theme = localStorage.getItem('offprint:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  /* Storage is refused where cookies are blocked: the device decides. */
}
