from tests.bot.browsing import *
def test_flow(tmp_path):
    with running_town(tmp_path) as town:
        chat = filled_in(town)
        for m in chat.all()[-4:]: print(m)
        chat.choose("send")
        print(chat.all()[-1])
        done = sign(chat.browser, chat.link("sign"), ANNA)
        print(done.status, done.path, done.text[-1500:])
        print(town.outbox())
        other = town.browser()
        done = sign(other, town.invitation(), BO)
        print(done.status, done.path, done.text[2000:])
        print(chat.all()[-1])
        r = chat.browser.get(chat.link("receipt"))
        print(r.status, r.text[1500:3000])
        assert r.status == 200
