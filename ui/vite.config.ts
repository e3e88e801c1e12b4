/// <reference types="vitest/config" />
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vite";
import { messages } from "./vite-messages.ts";

// A development bridge (BRIDGE=http://127.0.0.1:PORT) is reached under the same origin.
const bridge = process.env["BRIDGE"];

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), messages(), ...(mode === "test" ? [svelteTesting()] : [])],
  base: "./",
  server: {
    port: 5173,
    strictPort: true,
    ...(bridge && {
      proxy: { "/call": bridge, "/events": bridge },
    }),
  },
  build: {
    target: ["safari16", "chrome110"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
  },
}));
