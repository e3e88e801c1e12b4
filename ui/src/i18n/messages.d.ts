// The modules that `vite-messages.ts` makes.

declare module "virtual:messages/ids" {
  const ids: string[];
  export default ids;
}
declare module "virtual:messages/*" {
  const entries: import("./compact").Entry[];
  export default entries;
}
