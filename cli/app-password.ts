/** The password with which the program itself will come, where its address says one: the migrations set it. */
export function appPasswordOf(url: string | undefined): { appPassword?: string } {
  if (!url) return {};
  const { username, password } = new URL(url);
  return username === 'traguardo_app' && password !== '' ? { appPassword: decodeURIComponent(password) } : {};
}
