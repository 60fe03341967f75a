extension BodyWords {
  /// The tables of what was found.
  struct Tables: Sendable {
    /// The first words of names, by the place of their first token.
    var heads = PlaceMap<Head>()
    /// The words that say who leads, helps and answers, in order.
    var charges: [Charge] = []
    /// Those that open a bracket: "(Cơ quan chủ trì)", "(phối hợp)".
    var bracketed = PlaceMap<Charge>()
    /// Where partners are named ("phối hợp với"): the words before the name, in order.
    var partners: [Range<Int>] = []
    /// The places where the first word of a duty may stand: a name ends before it.
    var stops = PlaceSet()
    /// Those of them where it is told in what a body acts ("trong phạm vi").
    var scopes = PlaceSet()
    /// Such places where the word begins with a capital and may be part of a name.
    var capitalStops = PlaceSet()
    /// The places of words with a capital that begin a duty elsewhere: "Trung tâm Xúc tiến …".
    var nameVerbs = PlaceSet()
    /// How a duty is done ("chủ động"), by the place of the first token, and where the words end.
    var adverbs = PlaceMap<Int>()
    /// What only ties a duty to the partner before it ("trong việc"), by the place of the first token,
    /// and where the words end.
    var links = PlaceMap<Int>()
    /// The places of "được", behind which a name may go on.
    var passives = PlaceSet()
    /// The places of bodies and the verbs that tell which of them are meant: "các tổ chức tham gia".
    var attributes = PlaceSet()
    /// Several bodies with words that tell which are meant ("các hộ nuôi cá"), by the place of their
    /// first token, and where the words end that are known.
    var which = PlaceMap<Int>()
    /// Where "lãnh đạo" stands, which is no person behind the name of a body.
    var directs = PlaceSet()
    /// Where "do" stands, and the verbs of what is done by the body behind it ("đảm nhiệm").
    var bys = PlaceSet()
    var dones = PlaceSet()
    /// Where "phải" stands, which a duty begins with.
    var musts = PlaceSet()
    /// Where a body judges or agrees ("ghi nhận", "thống nhất chủ trương"), which is no duty.
    var judgements = PlaceSet()
    /// Where "phụ trách" stands, which may tell what an office is there for.
    var offices = PlaceSet()
    /// The places of words that single some of several bodies out ("nhất là").
    var insets = PlaceSet()
    /// The words by which one body charges another ("yêu cầu"), by the place of their first token.
    var handDowns = PlaceMap<HandDown>()
    /// What joins two bodies beside a comma, by the place of its first token, and where it ends.
    var joins = PlaceMap<Int>()
    /// The places of words that may stand in a name beside words with capitals.
    var tails = PlaceSet()
    /// Those of them that are a kind of place ("xã").
    var places = PlaceSet()
    /// The places of "có", which may begin a clause that tells which of several bodies are meant.
    var relatives = PlaceSet()
    /// The places of abbreviated fields of work, which end a name behind "và": "PTNT".
    var fields = PlaceSet()
    /// The places at which the cell that the tokens are begins further paragraphs.
    var paragraphs = PlaceSet()
    /// Whether they are those of a cell.
    var isCell = false
    /// The places of words that make what follows part of one name ("của các"), in order.
    var ofSeveral: [Int] = []
    /// The words that hand work out, by the place of their first token, and where they end.
    var handOuts = PlaceMap<Int>()
    /// The places of those that order ("giao", "phân công"), not of those that ask.
    var orders = PlaceSet()
    /// Where those end behind which a capital begins a body, whatever body it is ("Giao").
    var handOutsToBodies = PlaceSet()
    /// Whether it opens with a charge of people who belong to the body above: "Phân công giáo viên".
    var chargesStaff = false
    /// Whether a unit begins with what one asks of those above or outside ("Đề nghị cấp trên …").
    var proposes = false
    /// Whether a unit begins with what its work is about ("Đối với …").
    var opensWithMatter = false
    /// Where those partners are told who stand behind what is done ("với sự phối hợp của").
    var behinds = PlaceSet()
    /// Words behind what is done that give it to a body ("thuộc trách nhiệm của"), by their first
    /// token, and where they end.
    var belongs = PlaceMap<Int>()
    /// Whether a unit begins with an invitation ("Kính mời …").
    var invites = false
    /// Phrases between a body and its charge ("theo chức năng, nhiệm vụ được giao"), by the place of
    /// their first token, and where they end.
    var asides = PlaceMap<Int>()
    /// The end of words that only go on with what was told before ("Theo đó,"); 0 without them.
    var leadIn = 0
    /// The end of a phrase that opens the unit before its subject; `nil` without one.
    var opening: Int?
    /// Places where such a phrase may end without a comma.
    var openingEnds = PlaceSet()

    /// The place in `charges` of the first that begins at a token or behind it.
    func charge(from start: Int) -> Int {
      firstPlace(charges.count) { charges[$0].range.lowerBound >= start }
    }

    /// Whether a word that says who leads, helps or answers begins at a token.
    func isCharge(at place: Int) -> Bool {
      let index = charge(from: place)
      return index < charges.count && charges[index].range.lowerBound == place
    }

    /// The first "phối hợp với" that begins at a token or behind it.
    func partner(from start: Int) -> Range<Int>? {
      let place = firstPlace(partners.count) { partners[$0].lowerBound >= start }
      return place < partners.count ? partners[place] : nil
    }

    /// The place in `ofSeveral` of the first that stands at a token or behind it.
    func several(from start: Int) -> Int { firstPlace(ofSeveral.count) { ofSeveral[$0] >= start } }

    /// The first of `count` places at which something holds that holds for all behind it.
    private func firstPlace(_ count: Int, where holds: (Int) -> Bool) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
