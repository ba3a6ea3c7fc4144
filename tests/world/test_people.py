def test_smoke(play):
    p = play("", "ana").until("20m")
    print("\n".join(p.lines()))
