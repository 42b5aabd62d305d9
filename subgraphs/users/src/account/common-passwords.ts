/** The commonest passwords of 8 characters or more in published leaks, in small letters. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  00000000 11111111 12121212 12341234 12344321 1234567890 123123123 12345678 123456789 123456789a 1234qwer 123qweasd
  147258369 19841984 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 22222222 55555555 66666666 76543210 77777777 789456123
  87654321 88888888 987654321 9876543210 99999999 a1234567 a12345678 a123456789 aa123456 aaaaaaaa abc12345 abcd1234
  abcdefgh access14 admin123 administrator alexander america1 asdf1234 asdfasdf asdfghjk asdfghjkl babygirl baseball
  baseball1 basketball benjamin blink182 butterfly changeme charlie1 chocolate christian computer corvette danielle
  dragon123 einstein elephant fktrcfylh football football1 freedom1 garfield guinness iloveyou iloveyou1 infinity
  internet jennifer jonathan jordan23 juventus letmein1 letmein123 liverpool lovelove marlboro maverick mercedes
  metallica michael1 michelle midnight monkey123 mustang1 nicholas p@ssw0rd parola12 passw0rd password password!
  password1 password12 password123 password1234 patricia pokemon1 princess princess1 q1w2e3r4 q1w2e3r4t5 qazwsxedc
  qq123456 qwer1234 qwert123 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop rush2112 samantha scorpion secret123
  security starwars steelers stephanie sunshine sunshine1 superman superman1 swordfish trustno1 undertaker unknown1
  victoria vanessa1 warcraft welcome1 welcome123 whatever williams zaq12wsx zaq1zaq1 zxcvbnm1 zxcvbnm123 zxcvbnmm
  `
    .trim()
    .split(/\s+/),
);
