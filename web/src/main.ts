import { mount } from 'svelte';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/print.css';
import App from './App.svelte';
import { takeToken } from './api/client.ts';

takeToken();
const target = document.getElementById('app');
if (target) mount(App, { target });
