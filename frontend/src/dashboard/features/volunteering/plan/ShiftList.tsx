import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useText } from '../../../i18n/use-text'
import { planText } from './plan-text'
import { ShiftFields } from './ShiftFields'
import { nextShift } from './shift-values'

const AT_MOST = 40

/** The shifts of a new activity; a further one begins when the last one ends. */
export function ShiftList() {
  const t = useText(planText)
  const form = Form.useFormInstance()
  return (
    <Form.List name="shifts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <section key={key} className="vol-shift" aria-label={t('shift', { number: name + 1 })}>
              <h3>{t('shift', { number: name + 1 })}</h3>
              {fields.length > 1 && (
                <Button
                  type="text"
                  className="vol-shift-remove"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('shift_remove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              )}
              <ShiftFields at={['shifts', name]} within={[name]} />
            </section>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= AT_MOST}
            onClick={() => add(nextShift(form.getFieldValue(['shifts', fields.length - 1])))}
          >
            {t('shift_add')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
