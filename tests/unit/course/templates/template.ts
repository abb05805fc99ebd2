/** A small template for the tiny course: two places, and spades that are put to use or not. */
export const template = `id: lent-spades
title: Spades in <place.town>
gist: <place.Who> borrows a spade.
story: |
  [<place.town> wants a dry valley]{board service}. [An engineer marks the line of the drain with pegs and lends out
  spades]{g1}. [<place.who>]{farmer} takes one home. [On six evenings the <place.name> digs in the mud]{c1}. <turn.fate>
  The work is hard, the dog comes along, and there is soup when it gets dark. [In spring all the fields of
  <place.town> are dry, and so are its cellars and its roads]{value.1}.
facts:
  service: { purpose: keep the valley dry, output: a drain that runs }
  parties:
    - { id: board, label: Board of <place.town>, kind: government }
    - { id: farmer, label: <Place.name> }
  contributions:
    - { id: g1, by: board, what: marks the line and lends out spades }
    - { id: c1, by: farmer, what: digs in the mud, steps: [2, 2] }
  value:
    - { consumption: joint, to: <place.town>, what: dry fields }
slots:
  place:
    weir: { town: Weir, who: An old farmer, name: farmer }
    hythe: { town: Hythe, who: A young baker, name: baker }
  turn:
    joined: { fate: "[The ditch runs into the drain of the board]{c1.feedsOutput}.", note: It goes in. }
    lost:
      fate: "[The ditch leads nowhere, and the drain is dug without it]{c1.feedsOutput}."
      note: It goes nowhere.
      facts: { contributions: [{ id: c1, feedsOutput: false }] }
source: { basis: team judgement, cite: "Made up for this test.", note: <turn.note> }
`.replace('<place.Who>', '<Place.who>');

export const file = 'templates/lent-spades.yaml';
