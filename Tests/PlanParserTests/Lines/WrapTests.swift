import PlanModel
import Testing

@testable import PlanParser

@Suite("How lines are cut")
struct WrapTests {
  /// Lines that a margin cuts, so that most go on in a small letter.
  static let cutByMargin = """
    I. MỤC ĐÍCH
    Giữ nguồn nước cho ba thôn ở cuối kênh, bảo đảm ruộng cuối cùng cũng có
    nước trong vụ chiêm; từng bước thay cách chia nước theo đám bằng cách chia
    nước theo giờ có sổ ghi, để người ở xa không phải thức cả đêm canh cống và
    người ở gần không lấy quá phần của mình trong những ngày nước ít nhất năm.
    """

  /// The cells of a table, one to a line.
  static let cellsOfATable = """
    I. PHÂN CÔNG
    Nạo vét đoạn kênh từ cống số 2 đến cầu Gỗ trước khi mở nước
    Tổ thủy nông thôn Khe Vạng và thôn Nà Pài
    Sửa hai cánh cống đã mục, đóng lại ván chắn ở cửa số 4
    Tổ thủy nông thôn Bản Sầm cùng thợ mộc của hợp tác xã
    Ghi sổ giờ mở nước của từng cửa, dán ở nhà văn hóa mỗi thôn
    Trưởng thôn của ba thôn và cán bộ giao thông thủy lợi
    """

  @Test("Lines that go on in small letters are cut by a margin")
  func margin() throws {
    let section = try #require(try PlanSample.plan(Self.cutByMargin).body.first)
    #expect(section.children.count == 1)
  }

  @Test("Lines that go on in capitals are cells, and no margin cut them")
  func cells() throws {
    let section = try #require(try PlanSample.plan(Self.cellsOfATable).body.first)
    #expect(section.children.count == 6)
  }
}
