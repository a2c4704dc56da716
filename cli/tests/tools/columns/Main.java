class Main {
  public static void main(String[] arguments) {
    Columns.Meaning busy = Columns.BUSY.meanings().get(0);
    Columns.Meaning late = Columns.BUSY.meanings().get(1);
    System.out.println(busy.section() + " " + busy.sectionName() + " " + busy.sectionEn() + " " + busy.en());
    System.out.println(busy.http() + " " + busy.weight() + " " + busy.fatal() + " " + busy.retry().advice() + " " + busy.retry().times() + " " + busy.class_() + " " + Long.toUnsignedString(busy.quota()));
    System.out.println(late.name() + " " + late.retry().advice() + " " + (late.class_() == null));
  }
}
