const key = 'preview.theme';

/** Changes between dark and light; the choice is kept in this browser. */
export function switchTheme(): void {
  const light = document.documentElement.dataset.theme === 'light';
  localStorage.setItem(key, light ? 'dark' : 'light');
  window.location.reload();
}
