import { mount } from "svelte";
import App from "./App.svelte";
import { connect } from "./ipc/connect";
import type { Screen } from "./state/navigation.svelte";
import "./styles/tokens.css";
import "./styles/base.css";

/** Development only: `?screen={"name":"settings"}` opens there. */
function firstScreen(): Screen | undefined {
  const wanted = import.meta.env.DEV && new URLSearchParams(location.search).get("screen");
  return wanted ? (JSON.parse(wanted) as Screen) : undefined;
}

const target = document.getElementById("app");
if (target) {
  connect().then((backend) => mount(App, { target, props: { backend, first: firstScreen() } }));
}
