/** Host pages as counties and the systems that make their sites have them: styles, sizes and scripts made by others. */
import { CHAT, type HostPage, tag } from './guest.ts'

const style = (rules: string) => `<style>${rules}</style>`
const LONG = '<div style="height:4000px">…</div>'
export const ELEMENT = '<kynnys-chat station="laukaa" language="fi"><a href="tel:014">014</a></kynnys-chat>'
/** It comes last, as such do. */
const BANNER = `<script>addEventListener('load',()=>document.body.insertAdjacentHTML('beforeend','<div style="position:fixed;inset:auto 0 0 0;height:300px;background:#fff;z-index:2147483647">Evästeet</div>'))</script>`
const add = (what: string, where = 'document.head') =>
  `<script>{const s=document.createElement('script');s.src='${CHAT}/widget.js';${what};${where}.append(s)}</script>`
const styled = (rules: string, body = LONG): HostPage => ({ head: style(rules) + tag(), body })

/** What is found on county sites and in the systems that make them. */
export const HOSTS: Record<string, HostPage> = {
  'WordPress theme, 62.5 % root': styled(
    'html{font-size:62.5%}dialog{display:none!important}iframe{height:auto!important}*{transition:all 1s}',
  ),
  'Bootstrap 3, 10 px root': styled('html{font-size:10px}body>*,html>*{position:relative;z-index:1}'),
  'root of 40 px': styled('html{font-size:40px}'),
  'everything reverted': styled('*{all:revert!important}'),
  'everything unset': styled('*{all:unset}'),
  'frames, dialogs and buttons hidden': styled(
    'iframe,dialog,button,[popover]{display:none!important;opacity:0!important}',
  ),
  'the element hidden by a careless rule': styled('kynnys-chat,body>:not(h1){display:none!important}'),
  'the element transparent, small, turned and out of reach': styled(
    'kynnys-chat{visibility:hidden;opacity:0;transform:scale(.1);filter:blur(9px);pointer-events:none;font-size:0;zoom:.2;content-visibility:hidden}',
  ),
  'quirks mode': { html: `<html lang="fi"><head>${tag()}</head><body>${LONG}` },
  defer: { head: tag().replace('async', 'defer') },
  'in the body': { head: '', body: LONG + tag() },
  'tag manager': { head: '', body: add(`s.dataset.station='laukaa'`) },
  'tag manager that tidies': { head: '', body: add(`s.dataset.station='laukaa';s.onload=()=>s.remove()`) },
  'tag manager with an element': { head: '', body: `${ELEMENT}${add('')}` },
  'strictest policy': {
    headers: {
      'content-security-policy': `default-src 'none'; img-src data:; script-src ${CHAT}; frame-src ${CHAT}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  },
  '320 × 480': { viewport: { width: 320, height: 480 }, body: LONG },
  '400 % zoom': { ...styled('html{font-size:62.5%}'), viewport: { width: 320, height: 180 } },
  'landscape phone': { viewport: { width: 844, height: 390 }, body: LONG },
  'cookie banner': { body: LONG + BANNER },
  'page builder (body transformed)': styled('body{transform:translateX(0);will-change:transform}'),
  'Wix (transformed site, zoomed)': styled(
    'body{zoom:.5;perspective:9px}#site{transform:translate3d(0,0,0)}',
    `<div id=site>${LONG}${tag()}</div>`,
  ),
  'Drupal (toolbar, off-canvas)': styled(
    'body{padding-top:79px;position:relative;overflow-x:clip}[data-off-canvas-main-canvas]{transform:translateX(-300px)}',
    `<div data-off-canvas-main-canvas>${LONG}</div>`,
  ),
  'SharePoint (deep scroller)': styled(
    'html,body{height:100%;overflow:hidden}#s{height:100%;overflow:auto;contain:strict}',
    `<div id=s>${LONG}</div>`,
  ),
  'Squarespace (fading in)': styled(
    '@keyframes in{from{opacity:0}}body{animation:in 1s;opacity:.99;contain:paint}*{box-sizing:content-box;letter-spacing:.3em}',
  ),
  'element in a contained, filtered, scrolled place': {
    head: style(
      '#p{contain:paint;filter:grayscale(1);overflow:auto;height:90px;transform:rotate(3deg);opacity:.2}',
    ).concat(tag('')),
    body: `<div id=p>${ELEMENT}</div>${LONG}`,
  },
  'element in another component': {
    head: tag(''),
    body: `<site-foot></site-foot><script>customElements.define('site-foot',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML=${JSON.stringify(ELEMENT)}}})</script>`,
  },
  'right to left, upright lines': styled('html{direction:rtl;writing-mode:vertical-rl}'),
  'body inert and hidden': styled(
    'body{visibility:hidden;pointer-events:none}',
    `${LONG}<script>document.body.inert=true</script>`,
  ),
  'the whole page zoomed (tools for readers)': styled('html{zoom:1.25}'),
  'the whole page made small': styled('html{zoom:.5}'),
  'the whole page small, turned and cut': styled(
    'html{transform:scale(.5) rotate(3deg);clip-path:inset(50%);contain:strict;height:100px;perspective:9px}',
  ),
  'the whole page without colour or colours reversed': styled(
    'html{filter:grayscale(1) invert(1);mix-blend-mode:multiply;mask:linear-gradient(transparent,transparent)}',
  ),
  'the whole page transparent and invisible (against flicker)': styled(
    'html{opacity:0!important;visibility:hidden!important}',
  ),
  'the whole page measured, in columns, drawn when seen': styled(
    'html{container-type:size;height:0;columns:2;content-visibility:auto}body{position:fixed;overflow:hidden}',
  ),
  'nothing can be marked': {
    body: `${LONG}<script>for(const t of ['keydown','mousedown','selectstart','contextmenu','touchstart'])document.addEventListener(t,e=>e.preventDefault(),true)</script><style>*{user-select:none!important;touch-action:none!important}</style>`,
  },
  'the whole page editable': { body: `${LONG}<script>document.designMode='on'</script>` },
  'a base elsewhere': {
    head: `<base href="https://elsewhere.example/x/" target="_blank">${tag()}`,
    body: LONG,
  },
  XHTML: {
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    html: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fi"><head><title>Asema</title><script src="${CHAT}/widget.js" data-station="laukaa"></script></head><body><h1>Asema</h1></body></html>`,
  },
  frameset: {
    html: `<html><head>${tag()}</head><frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset></html>`,
  },
  'unlucky names': {
    body: `<form name="body"></form><form name="documentElement"></form><form name="head"></form><div id="kynnys"></div>${LONG}`,
  },
  'written by document.write': {
    head: '',
    body: `<script>document.write(${JSON.stringify(tag()).replaceAll('<', '\\x3c')})</script>${LONG}`,
  },
  '240 × 320': { viewport: { width: 240, height: 320 }, body: LONG },
  'nothing can be pressed, everything contained': styled(
    '*{pointer-events:none!important}html,body{contain:strict;height:100%}',
  ),
  // Magento 1 and its like: methods of its own on every element
  'Prototype.js': {
    head: `<script>Object.assign(Element.prototype,{remove(){return this.parentNode.removeChild(this)},hide(){this.style.display='none'},show(){this.style.display=''},update(x){this.innerHTML=x},replace(x){this.outerHTML=x}})</script>${tag()}`,
    body: LONG,
  },
  'html as a grid': styled('html{display:grid;gap:40px;filter:invert(0)}html>*{margin:50px;padding:50px}'),
}
