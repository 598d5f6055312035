#include <algorithm>
#include <array>
#include <mutex>
#include <sstream>
#include <string>
#include <unordered_set>

#include <text/fold.hpp>
#include <text/function_words.hpp>

namespace morgue::text {

namespace {

struct Row {
    std::string_view language;
    std::string_view words;  ///< as they are spelled
};

constexpr std::array table = {
    Row{"ca",
        "a aixo això al allò als amb aquell aquella aquelles aquells aquest aquesta aquestes "
        "aquests com d de del dels des dins doncs el ell ella elles ells els em en encara ens "
        "entre era eren es esta estan està et fins foren fou ha haver havia he hem hi ho i jo "
        "l la les li llur ma me mentre meu meva mi molt més n ni no nosaltres o on pel pels "
        "per perquè però poc qual quals quan que qui què s sa se sense ser serà si sobre som "
        "sota sí sóc són t també tan te tenir teu teva tu un una unes uns va van vosaltres és"},
    Row{"da",
        "ad af aldrig alle alt anden andet andre at bare begge blev blive bliver da de dem "
        "den denne der deres det dette dig din dine disse dit dog du efter eller en end endnu "
        "er et for fordi fra få før gennem går ham han hans har havde have hende hendes her "
        "hos hun hvad hver hvilke hvis hvor hvordan hvorfor i ikke ind ingen intet jeg jer "
        "jeres kan kom kun kunne lige man mange med meget mellem men mere mig min mine mit "
        "mod ned nogen noget nogle nu når og også om op os over på samme selv sig sin sine "
        "sit skal skulle som så sådan til ud under var ved vi vil ville vores være været"},
    Row{"de",
        "aber alle allem allen aller alles als also am an ander andere anderen anderer "
        "anderes auch auf aus bei beim bin bis bist da damit dann das dass daß dein deine "
        "deinem deinen deiner dem den denn der deren des dessen die dies diese diesem diesen "
        "dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige "
        "einigen einiger er es etwas euch euer eure für gegen gewesen hab habe haben hat "
        "hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in "
        "indem ins ist ja jede jedem jeden jeder jedes jene jener jenes jetzt kann kein keine "
        "keinem keinen keiner können könnte man manche mein meine meinem meinen meiner mich "
        "mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine "
        "seinem seinen seiner selbst sich sie sind so solche solchem solchen solcher soll "
        "sollte sondern sonst um und uns unser unsere unter viel vom von vor war waren warum "
        "was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder "
        "will wir wird wo wollen wurde wurden während würde zu zum zur zwar zwischen über"},
    Row{"en",
        "a about above after again against all am an and any are as at be because been before "
        "being below between both but by can cannot could did do does doing down during each "
        "either few for from further had has have having he her here hers herself him himself "
        "his how i if in into is it its itself may me might mine more most must my myself "
        "neither no nor not of off on once only or other ought our ours ourselves out over "
        "own same shall she should so some such than that the their theirs them themselves "
        "then there these they this those through to too under until up upon us very was we "
        "were what when where whether which while who whom whose why will with within without "
        "would you your yours yourself yourselves"},
    Row{"es",
        "a al algo algunas algunos ante antes aquel aquella aquellas aquellos aquí así aunque "
        "aún bajo bien cada como con contra cual cuales cuando cuya cuyo cuál cuándo cómo de "
        "del desde donde dos durante dónde e el ella ellas ellos en entre era eran es esa "
        "esas ese eso esos esta estas este esto estos está están fue fueron ha haber había "
        "habían han has hasta hay he la las le les lo los me mi mientras mis mucho muchos muy "
        "más nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero "
        "poco por porque pues que quien quienes quién qué se sea según ser si sin sobre son "
        "su sus sí también tan tanto te tenía tiene tienen todo todos tu tus u un una unas "
        "uno unos y ya yo él"},
    Row{"fi",
        "ehkä ei eivät eli en ennen entä ettei että he heidän heille heitä hyvin hän hänen "
        "häntä itse ja jo johon joiden joka jokin jonka jonkin jos josta jota jotka jotta "
        "kaikki kanssa koko koska kuin kuinka kun kuten me meidän meille meitä miksi mikä "
        "mikäli mikään minkä minun minä missä mitä mukaan mukana mutta muu muut myös ne "
        "niiden niin niitä no noin nyt ole olen olet oli olisi olivat olla olleet ollut on "
        "ovat paljon se sekä sen siellä siihen siinä siis sille silloin sillä sinä sitten "
        "sitä tai te tällä tämä tämän tässä tätä vaan vai vaikka vain vielä voi"},
    Row{"fr",
        "a afin ai ainsi alors après as au aucun aucune aujourd aussi autre autres aux "
        "avaient avait avant avec avez avoir avons ayant c car ce ceci cela celle celles "
        "celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des "
        "donc dont du elle elles en encore entre es est et eu eux fait furent fut hui il ils "
        "j je jusqu l la le les leur leurs lors lorsque lui là m ma mais me mes moi moins mon "
        "même mêmes n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut "
        "plus plusieurs pour pourquoi qu quand que quel quelle quelles quelque quelques quels "
        "qui quoi s sa sans se sera ses si soit son sont sous sur t ta te tes toi ton tous "
        "tout toute toutes très tu un une vers vos votre vous y à étaient était étant été "
        "être"},
    Row{"it",
        "a ad agli ai al alla alle allo altra altre altri altro anche ancora avere aveva "
        "avevano c che chi ci cioè coi col come con contro cosa così cui d da dagli dai dal "
        "dalla dalle dallo degli dei del dell della delle dello dentro di dopo dove due e "
        "ecco ed egli era erano essere essi fra fu furono già gli ha hai hanno ho i il in io "
        "l la le lei li lo loro lui ma me mentre mi mia mie miei mio molta molte molti molto "
        "ne negli nei nel nell nella nelle nello noi non nostra nostri nostro o ogni oltre "
        "onde oppure per perché però più poco poi prima può qual quale quali quando quanto "
        "quasi quella quelle quelli quello questa queste questi questo qui se sei sempre "
        "senza si sia siamo siano sono sopra sotto stata stati stato su sua sue sugli sui sul "
        "sulla sulle suo suoi sé ti tra tu tua tue tuo tutta tutte tutti tutto un una uno v "
        "vi voi vostra vostro è"},
    Row{"nl",
        "aan af al alle alles als altijd ander andere ben bij bijna binnen boven buiten daar "
        "daarna dan dat de der deze die dit doch doen door dus een eens eerder elk elke en "
        "enige er ge geen geweest haar had hadden heb hebben heeft hem hen het hier hij hoe "
        "hun iets ik in is ja je jij jou jouw jullie kan kon konden kunnen maar me meer men "
        "met mij mijn moest moet moeten na naar niet niets nog nu of om omdat onder ons onze "
        "ook op over reeds samen sinds te tegen ten ter terwijl toch toen tot tussen u uit uw "
        "van veel voor waar waarom waren was wat we wel welk welke werd werden wie wij wil "
        "worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou zouden"},
    Row{"no",
        "alle alt andre at av bare begge ble blei bli blir blitt bort både da de deg dei dem "
        "den denne der dere deres det dette di din disse ditt du eg ein eit eller en enda enn "
        "er et ett etter for fordi fra få før gjennom ha hadde han hans har henne hennes her "
        "hos hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen "
        "inn ja jeg kan kom kun kunne man mange med meg meget mellom men mer mi min mine mitt "
        "mot mye må måtte ned noe noen nok nå når og også om opp oss over på samme seg selv "
        "sin sine sitt skal skulle slik slike som så til um under ut uten var ved vi vil "
        "ville vår våre være vært"},
    Row{"pt",
        "a ainda ali ante antes ao aos apenas após aquela aquelas aquele aqueles aquilo as "
        "assim até cada com como contra da das de dela delas dele deles depois desde dessa "
        "desse desta deste do dos durante e ela elas ele eles em embora enquanto entre era "
        "eram essa essas esse esses esta estas este estes está estão eu foi fora foram haver "
        "há isso isto já lhe lhes lo lá mais mas me mesmo meu meus minha minhas muito muitos "
        "na nas nem nessa nesse nesta neste no nos nossa nosso num numa não nós o onde os ou "
        "outra outras outro outros para pela pelas pelo pelos pois por porque porém pouco "
        "quais qual quando quanto que quem quê se sem sempre ser será seu seus si sido sob "
        "sobre sua suas são também te tem tendo ter teu tinha toda todas todo todos tu tua "
        "tão têm um uma umas uns você vocês à às é"},
    Row{"ro",
        "a abia acea aceasta această aceea aceia acel acela acele acelea acest acesta aceste "
        "acestea acestei acestor acestui acum ai aici al ale alt alta alte altele altă alți "
        "am ar are as asupra atunci atât au avea avut aș ca care ce cea cei cel cele celor "
        "chiar ci cine cu cum când cât că căci cărei căror cărui către da dacă dar de deci "
        "deja despre deși din dintre doar după ea ei el ele era erau este eu face fi fie "
        "fiecare fiind foarte fost fără i la le li lor lui mai mult multe mulți ne nici niște "
        "noastră noi nostru nu o ori pe pentru peste poate prin până sa sale sau se si sub "
        "sunt să său te toate tot totuși toți tu un una unde unei unele unor unui unul va vor "
        "vă îi îl îmi în înainte încă între își îți și"},
    Row{"ru",
        "а без более больше будет будто бы был была были было быть в вам вас ведь весь во вот "
        "все всего всех всю вы где да даже для до его ее ей ему если есть еще ж же за зачем "
        "здесь и из или им имя их к как какая какие какой когда которая которого которое "
        "которой которые который которых кто куда ли либо между меня мне много может мой моя "
        "мы на над надо наш не него нее ней нельзя нет ни нибудь никогда ним них ничего но ну "
        "о об один она они оно от перед по под после потом потому почти при про раз разве с "
        "сам самый свое своей свои своих свой себе себя со так также такие такой там тебя тем "
        "теперь то того тоже той только том тот ту тут ты у уж уже хотя чего чей чем через "
        "что чтобы чуть эта эти этих это этого этой этом этот эту я"},
    Row{"sv",
        "alla allt andra att av bara blev bli blir blivit båda de dem den denna deras dess "
        "dessa det detta dig din dina dit ditt du där då efter eftersom ej eller en er era "
        "ett finns från för före genom ha hade han hans har hela henne hennes hon honom hos "
        "hur här i icke in inför ingen inget inom inte jag ju kan kom kommer kunde man med "
        "mellan men mer mig min mina mitt mot mycket må många måste ned ner ni nu när någon "
        "något några och också om oss på samma sedan sig sin sina sitt själv ska skall skulle "
        "som så sådan sådana sådant till under upp ut utan vad var vara varför varit varje "
        "vars vem vi vid vilka vilken vilket vill ville vår våra vårt än är över"},
};

using Words = std::unordered_set<std::string>;

Words folded_words(std::string_view spelled) {
    Words words;
    std::istringstream list{std::string(spelled)};
    for (std::string word; list >> word;) words.insert(fold(word));
    return words;
}

/// Of a language of the table, folded when first asked for: most readers ask in one or two.
const Words& words_of(const Row& row) {
    static std::array<std::once_flag, table.size()> known;
    static std::array<Words, table.size()> words;
    const auto number = static_cast<std::size_t>(&row - table.data());
    std::call_once(known[number], [&] { words[number] = folded_words(row.words); });
    return words[number];
}

}  // namespace

bool is_function_word(std::string_view folded, const Language& language) {
    const auto* row = std::ranges::find(table, language.code, &Row::language);
    return row != table.end() && words_of(*row).contains(std::string(folded));
}

}  // namespace morgue::text
