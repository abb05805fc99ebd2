/** Made-up people. */
const given =
  'Ada Amir Ana Ben Bo Chen Clara Dara Eli Emma Femi Finn Gita Hana Hugo Ines Ivan Jana Jun Kai Lea Lin Mara Milo Nadia Nils Noor Olga Omar Pia Ravi Rosa Sami Sara Tariq Tess Uma Vera Wren Yara Yuki Zoe'.split(
    ' ',
  );
const family =
  'Adler Becker Costa Diaz Eriksen Fischer Garcia Haddad Ito Jansen Kaya Lopez Meyer Nowak Okafor Patel Quist Rossi Sato Tanaka Umar Varga Weber Xu Yilmaz Ziegler'.split(
    ' ',
  );

/** Returns the name of the person with this number; the first thousand or so differ. */
export function personName(number: number): string {
  return `${given[number % given.length]} ${family[(number * 7 + Math.floor(number / given.length)) % family.length]}`;
}
