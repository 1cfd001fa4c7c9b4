#include "auth/page/style.h"

namespace desk::auth::page {

// Body text ≥ 10:1, secondary and status words ≥ 7:1 on their grounds (design 6), held by a test; the pale grounds of done and stop are
// a shade lighter than the kiosk's mock-ups, where they came to 6.9:1. Base text 19 px for readers who are often elderly; targets at
// least 60 px high.
std::string_view style() {
  return R"css(:root{
  --paper:#FAF7F0;--card:#FFFFFF;--ink:#1B1B1F;--mute:#4A4841;--line:#D8D2C4;
  --ai:#1F3A6E;--ai-pale:#E6EBF4;--on-ai:#FFFFFF;
  --done:#155C2E;--done-pale:#EAF5ED;--care:#704800;--care-pale:#FBF0DA;--stop:#9B1C15;--stop-pale:#FDEDEB;
  --hair:1px;
}
*{box-sizing:border-box}
html{font-size:119%;-webkit-text-size-adjust:100%;text-size-adjust:100%;background:var(--paper)}
body{margin:0 auto;max-width:34rem;padding:0 max(1rem,env(safe-area-inset-right)) 2.5rem max(1rem,env(safe-area-inset-left));
  background:var(--paper);color:var(--ink);line-height:1.65;
  font-family:"BIZ UDPGothic","BIZ UDGothic","Hiragino Sans","Hiragino Kaku Gothic ProN","Noto Sans JP","Noto Sans CJK JP",Meiryo,sans-serif;
  font-variant-numeric:tabular-nums;overflow-wrap:anywhere;line-break:strict;word-break:normal}
@supports (word-break:auto-phrase){:lang(ja){word-break:auto-phrase}}
p,h1,h2,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
header{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.9rem .1rem .7rem;border-bottom:2px solid var(--line);color:var(--mute);
  font-size:.85rem;line-height:1.4}
main{display:block;padding-top:1.1rem}
h1{font-size:1.45rem;line-height:1.35;font-weight:700}
h2{font-size:1.06rem;line-height:1.4;font-weight:700;margin-bottom:.55rem}
.lead{margin-top:.5rem}
.small{font-size:.85rem;color:var(--mute);line-height:1.55}
.banner{display:flex;gap:.6rem;align-items:flex-start;margin-top:.9rem;padding:.7rem .9rem;border-radius:.8rem;
  background:var(--care-pale);color:var(--care);font-weight:700;border:2px solid var(--care)}
.title{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.1rem 1rem}
.number{font-size:.85rem;color:var(--mute)}
.number b{display:inline-block;margin-left:.45rem;font-size:1.3rem;letter-spacing:.05em;color:var(--ink)}
.programme{margin-top:.3rem;color:var(--mute)}
section{margin-top:1rem;padding:1.05rem 1.1rem 1.15rem;background:var(--card);border:2px solid var(--line);border-radius:1.05rem}
.hero{background:var(--ai);border-color:var(--ai);color:var(--on-ai)}
.hero h2{font-size:.9rem;font-weight:400;margin-bottom:.1rem}
.hero .when{font-size:1.52rem;line-height:1.35;font-weight:700}
.hero .left{display:inline-block;margin-top:.5rem;padding:.12rem .8rem;border-radius:.6rem;background:var(--on-ai);color:var(--ai);font-weight:700}
.hero .note{margin-top:.5rem}
.tag{display:inline-flex;gap:.45rem;align-items:flex-start;padding:.16rem .7rem .16rem .5rem;border-radius:.6rem;font-weight:700;line-height:1.5}
.shape{flex:none;width:1.15em;height:1.15em;margin-top:.18em}
.done{background:var(--done-pale);color:var(--done)}
.care{background:var(--care-pale);color:var(--care)}
.stop{background:var(--stop-pale);color:var(--stop)}
.open{background:var(--ai-pale);color:var(--ai)}
.rows>li{padding:.7rem 0;border-top:1px solid var(--line)}
.rows>li:first-child{padding-top:.1rem;border-top:0}
.rows>li:last-child{padding-bottom:0}
.rows .what{display:block;margin-top:.3rem;font-weight:700}
.rows .what:first-child{margin-top:0}
.rows .small{display:block;margin-top:.25rem}
.rows .what+.tag{margin-top:.35rem}
.plain-list>li{padding-left:1.1em;text-indent:-1.1em;margin-top:.3rem}
.plain-list>li::before{content:"・";display:inline-block;width:1.1em;text-indent:0}
.pairs>div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
.pairs>div:first-child{border-top:0;padding-top:0}
.pairs dd{font-weight:700;margin-left:auto;text-align:right}
.amount{font-size:1.9rem;line-height:1.3;font-weight:700;text-align:right}
.button,button{display:flex;width:100%;min-height:3.2rem;align-items:center;justify-content:center;gap:.5rem;padding:.55rem 1rem;
  margin-top:.9rem;border:2px solid var(--ai);border-radius:.9rem;background:var(--card);color:var(--ai);font:inherit;font-weight:700;
  line-height:1.35;text-align:center;text-decoration:none;cursor:pointer;-webkit-appearance:none;appearance:none}
.primary{background:var(--ai);color:var(--on-ai)}
.danger{border-color:var(--stop);color:var(--stop)}
button.danger.primary{background:var(--stop);color:#fff}
.button:active,button:active{transform:translateY(1px)}
.button+.button,form+.button{margin-top:.75rem}
:focus-visible{outline:4px solid #C77700;outline-offset:3px}
.say{display:flex;gap:.55rem;align-items:flex-start;margin-top:.8rem;padding:.7rem .9rem;border-radius:.8rem;font-weight:700}
label{display:block;margin-top:1rem;font-weight:700}
input[type=text]{display:block;width:100%;margin-top:.35rem;padding:.45rem .5rem;border:3px solid var(--ai);border-radius:.8rem;
  background:#fff;color:var(--ink);font:inherit;font-size:2rem;font-weight:700;letter-spacing:.32em;text-align:center;text-indent:.32em}
ruby rt{font-size:.52em;color:inherit}
.marked{line-height:1.95}
footer{margin-top:1.6rem;font-size:.8rem;color:var(--mute);line-height:1.6}
.second{margin-top:1.3rem;padding-top:1.1rem;border-top:1px solid var(--line);color:var(--mute)}
.second .strong{font-weight:700}
@media (prefers-contrast:more){
  :root{--paper:#FFFFFF;--ink:#000000;--mute:#000000;--line:#000000;--ai:#00143D;--ai-pale:#FFFFFF;
    --done:#00330F;--done-pale:#FFFFFF;--care:#3D2600;--care-pale:#FFFFFF;--stop:#5C0000;--stop-pale:#FFFFFF}
  .tag,.say,.banner{border:2px solid currentColor}
}
@media (forced-colors:active){.tag,.say,.banner,.hero{border:2px solid}}
@media print{html{font-size:100%}section{break-inside:avoid}.hero{background:none;color:#000;border-color:#000}.hero .left{border:1px solid #000}
  .button,button{display:none}}
)css";
}

}  // namespace desk::auth::page
