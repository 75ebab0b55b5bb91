// The launcher's clothes. Everything is fixed and inside a shadow root: the page around it neither shifts nor leaks in.
export const LOOK = `
:host{all:initial}
button{all:unset;box-sizing:border-box;display:grid;grid-auto-flow:column;place-content:center;place-items:center;min-width:56px;height:56px;border-radius:28px;background:var(--fill);color:var(--on);box-shadow:0 6px 24px #14181f38;cursor:pointer;font:600 15px/1 system-ui}
button,iframe{position:fixed;inset-inline-end:24px;bottom:24px;z-index:2147483000}
button:focus-visible{outline:2px solid var(--fill);outline-offset:3px}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;transform-origin:50% 20%}
b,i:empty,em:empty{display:none}
.first{padding:0 20px 0 16px;gap:8px}
.first b{display:block}
i,em,:after{position:absolute;inset-inline-end:0;border-radius:10px;padding:10px 12px;background:#14181f;color:#fff;font-style:normal;font-size:13px;white-space:nowrap}
i{top:-4px;inset-inline-end:-4px;padding:4px 6px;outline:2px solid #fff;text-align:center;font-size:11px}
em,:after{bottom:66px}
em{background:#fff;color:#14181f;box-shadow:0 6px 24px #14181f38}
:focus-visible:after{content:attr(aria-label)}
button.open{visibility:hidden}
iframe{width:392px;height:680px;max-height:calc(100vh - 48px);border:0;border-radius:16px;background:Canvas;color-scheme:light dark;box-shadow:0 6px 24px #14181f38;visibility:hidden;opacity:0;transition:all .15s ease-out}
iframe.open{visibility:visible;opacity:1}
@media(max-width:479px),(max-height:479px){iframe{inset:0;width:100%;height:100%;max-height:none;border-radius:0}}
@media(prefers-reduced-motion:reduce){iframe{transition:none}}
`;
