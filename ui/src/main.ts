import { mount } from "svelte";
import App from "./App.svelte";
import { connect } from "./ipc/connect";
import "./styles/tokens.css";
import "./styles/base.css";

const target = document.getElementById("app");
if (target) {
  connect().then((backend) => mount(App, { target, props: { backend } }));
}
