// How a text sounds, by a short list of words written for this product, in Indonesian and English. It knows "not" and "too"; irony it does not know.
import { wordsOf } from "~/features/ideas/words";
import { spellOut } from "./normal-words";
import type { Tone } from "./theme";

const set = (words: string) => new Set(words.split(" "));

const good = set(
  "enak bagus suka lembut halus segar wangi harum bersih kesat mudah gampang cepat hemat nyaman ringan enteng puas mantap mantul oke cocok pas praktis murah awet kuat rapi sehat aman senang " +
    "cinta keren hebat nikmat lezat gurih manis empuk renyah ngembang melimpah lebat sejuk adem tahan membantu terbantu sempurna terbaik juara suka menyukai rekomendasi recommended unik menarik cantik " +
    "berkilau kinclong lega ramah good great nice love loved loves like likes liked excellent soft smooth fresh clean easy easily quick quickly fast comfortable light lightweight pleasant pleased perfect best " +
    "better tasty delicious yummy sweet crispy crunchy juicy handy practical cheap affordable strong sturdy happy satisfied enjoy enjoyed wonderful amazing lovely helpful works gentle safe reliable",
);
const bad = set(
  "jelek buruk kasar kering kusut lepek lengket berminyak bau apek amis pahit asam hambar keras alot susah sulit ribet rumit mahal boros bocor tumpah pecah rusak rapuh licin panas gatal perih iritasi pusing mual " +
    "eneg encer pekat lambat lama berat gagal kecewa mengecewakan bosan aneh tajam menyengat luntur rontok patah ketombe repot bingung takut kotor jijik nyangkut tersumbat mampet bersin capek tidakenak " +
    "bad poor rough dry sticky greasy oily tangled smelly stinks bitter sour bland hard difficult expensive pricey wasteful leaks leaked leaky spills spilled broke broken breaks fragile slippery itchy itch irritated " +
    "irritation dizzy headache nauseous thin watery thick slow heavy fails failed disappointed disappointing boring weird strange harsh overpowering worse worst annoying confusing dirty disgusting hate hated dislike disliked flimsy tiring",
);
const denials = set("tidak bukan belum jangan tanpa not no never without isnt doesnt didnt wasnt dont cant cannot hardly nothing");
/** "Less than wanted": good things become bad, bad ones stay. */
const tooLittle = set("kurang lacks lacking less insufficient");
const tooMuch = set("terlalu kelewat kebanyakan berlebihan too overly");
/** A new thought: what was denied before is not denied after it. */
const turns = set("tapi tetapi namun walau meski meskipun sedangkan but however although though yet");

/** Words with which a text may deny the next three. */
const reach = 3;

export type Sound = Tone | "none";

/** Counts good and bad words; as many of both is mixed, none of either is none. */
export const soundOf = (text: string): Sound => {
  let [goods, bads] = [0, 0];
  let [denied, lacking, excess] = [0, 0, 0];
  for (const raw of wordsOf(text.slice(0, 4000).replaceAll(/['’]/g, ""))) {
    const word = spellOut(raw);
    const stem = word.replace(/nya$/, "");
    if (turns.has(word)) [denied, lacking, excess] = [0, 0, 0];
    else if (denials.has(word)) denied = reach;
    else if (tooLittle.has(word)) lacking = reach;
    else if (tooMuch.has(word)) excess = reach;
    else {
      const value = good.has(word) || good.has(stem) ? 1 : bad.has(word) || bad.has(stem) ? -1 : 0;
      if (value !== 0) {
        // Too much or too little of anything is a complaint; a complaint that is denied is praise.
        const heard = excess > 0 ? -1 : lacking > 0 ? -Math.abs(value) : value;
        const meant = denied > 0 ? -heard : heard;
        if (meant > 0) goods += 1;
        else bads += 1;
        [denied, lacking, excess] = [0, 0, 0];
      }
      [denied, lacking, excess] = [denied - 1, lacking - 1, excess - 1];
    }
  }
  // "Too strong" complains also where the word itself is neither good nor bad.
  if (goods + bads === 0 && wordsOf(text).some((word) => tooMuch.has(spellOut(word)) || tooLittle.has(spellOut(word)))) return "negative";
  if (goods > 0 && bads > 0) return goods >= 3 * bads ? "positive" : bads >= 3 * goods ? "negative" : "mixed";
  return goods > 0 ? "positive" : bads > 0 ? "negative" : "none";
};
